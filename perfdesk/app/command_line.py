"""What may be asked for on the command line, with help and complaints in Chinese."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from perfdesk import __version__
from perfdesk.io.problem import Problem

_SENTENCES = (
    (r"the following arguments are required: (.+)", "缺少 {0}"),
    (r"unrecognized arguments: (.+)", "不认识 {0}"),
    (r"argument (.+?): expected .*argument", "{0} 后面缺少内容"),
    (r"argument (.+?): ignored explicit argument .*", "{0} 后面不能带内容"),
    (r"argument (.+?): (.+)", "{0} {1}"),
)
_NAMED, _OPTIONS, _STORE = "内容", "选项", "数据文件"


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and raises Problem instead of leaving."""

    def __init__(self, prog: str, description: str, usage: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            usage=usage or None,
            description=description,
            epilog=epilog or None,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.named = self.add_argument_group(_NAMED)
        self.options = self.add_argument_group(_OPTIONS)
        self.options.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_help(self) -> str:
        """Return the help, with the colons that argparse puts after headings made Chinese."""
        return re.sub(rf"(?m)^({_NAMED}|{_OPTIONS}):$", r"\1：", super().format_help())

    def error(self, message: str) -> NoReturn:
        """Raise the Problem that says in Chinese what is wrong with the command line."""
        sentence = "命令的写法不对"
        for pattern, wording in _SENTENCES:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                sentence = wording.format(*found.groups())
                break
        raise Problem(f"{sentence}，写法见 {self.prog} --help。")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin the usage in Chinese."""
        super().add_usage(usage, actions, groups, prefix or "用法：")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what a command line asks for; its `command` is empty for the window.

    Raises Problem where it is wrong, and SystemExit when help was asked for and given.
    """
    prog = Path(sys.argv[0]).name
    first = arguments[0] if arguments else ""
    if first in COMMANDS:
        summary, add_arguments = COMMANDS[first]
        parser = Parser(f"{prog} {first}", summary)
        add_arguments(parser)
        return parser.parse_args(arguments[1:], argparse.Namespace(command=first))
    _refuse_misspelled(first)
    return _window_parser(prog).parse_args(arguments, argparse.Namespace(command=""))


def _refuse_misspelled(first: str) -> None:
    """Raise Problem where the first argument is a command's name rather than a file's."""
    if not re.fullmatch(r"[A-Za-z]+", first) or Path(first).exists():
        return
    from difflib import get_close_matches

    alike = get_close_matches(first, COMMANDS, n=1)
    advice = f"是否应为 {alike[0]}" if alike else f"可用的命令有：{'、'.join(COMMANDS)}"
    raise Problem(f"没有“{first}”这个命令或文件，{advice}。")


def _window_parser(prog: str) -> Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {each[0]}" for name, each in COMMANDS.items())
    parser = Parser(
        prog,
        "编写部门预算绩效文本。不写命令时打开窗口，写了文件就导入。",
        f"{prog} [--store FILE] [FILE ...]\n      {prog} 命令 ...",
        f"命令：\n{commands}\n\n各命令的写法见 {prog} 命令 --help。",
    )
    parser.named.add_argument("files", metavar="FILE", nargs="*", type=Path, help="要导入的文件")
    parser.options.add_argument("--store", metavar="FILE", type=Path, help=f"打开另一个{_STORE}")
    version = f"PerfDesk {__version__}"
    parser.options.add_argument("--version", action="version", version=version, help="显示版本")
    return parser


def _add_convert(parser: Parser) -> None:
    parser.named.add_argument("source", metavar="IN", type=Path, help="要读取的文件")
    _add_target(parser)
    _add_overrides(parser)


def _add_check(parser: Parser) -> None:
    parser.named.add_argument("source", metavar="IN", type=Path, help="要审核的文件")
    _add_json(parser)
    report = "另把审核报告写成 Excel 表格，以 .xlsx 结尾"
    parser.options.add_argument("--report", metavar="OUT", type=Path, help=report)
    _add_overrides(parser)


def _add_import(parser: Parser) -> None:
    parser.named.add_argument("sources", metavar="IN", nargs="+", help="要导入的文件或文件夹")
    _add_store(parser)


def _add_export(parser: Parser) -> None:
    _add_target(parser)
    _add_store(parser)
    parser.options.add_argument("--year", metavar="Y", type=_year, help="年度")
    parser.options.add_argument("--department", metavar="CODE", help="部门代码或名称")
    parser.options.add_argument("--project", metavar="CODE", help="只要这一个项目：编码或名称")


def _add_list(parser: Parser) -> None:
    _add_store(parser)
    _add_json(parser)


def _add_target(parser: Parser) -> None:
    what = "要写成的文件，以 .json、.xlsx 或 .txt 结尾；- 为向标准输出写 JSON"
    parser.named.add_argument("target", metavar="OUT", help=what)


def _add_overrides(parser: Parser) -> None:
    parser.options.add_argument("--form", metavar="ID", help="表样，如 hebei-2024（默认自动识别）")
    parser.options.add_argument("--year", metavar="Y", type=_year, help="年度（默认自动识别）")


def _add_json(parser: Parser) -> None:
    parser.options.add_argument("--json", action="store_true", help="输出 JSON")


def _add_store(parser: Parser) -> None:
    parser.options.add_argument("--store", metavar="FILE", type=Path, required=True, help=_STORE)


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"应为四位年份，现为“{text}”")
    return int(text)


COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "convert": ("把一个文件转换成另一种文件", _add_convert),
    "check": ("审核一个文件，列出审核结果", _add_check),
    "import": ("把文件导入数据文件", _add_import),
    "export": ("从数据文件导出一份绩效文本", _add_export),
    "list": ("列出数据文件中的年度、部门、单位和项目", _add_list),
}
