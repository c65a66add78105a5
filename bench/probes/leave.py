"""Opens a store, goes to a project in the middle of its first document, and leaves."""

import json
import sys
from pathlib import Path

from perfdesk.paths import settings_dir
from perfdesk.ui.app import make_application
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace

application = make_application()
workspace = Workspace(Path(sys.argv[1]), Settings(settings_dir()))
workspace.complete()
document = workspace.session.outlines[0]
chosen = document.projects[len(document.projects) // 2]
workspace.window.go_to(Key(Kind.PROJECT, document.id, chosen.id))
workspace.close()
print(json.dumps({}))
