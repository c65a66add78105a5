PRAGMA application_id = 1346659699;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE document (
 id TEXT NOT NULL,
 year INTEGER NOT NULL,
 form TEXT NOT NULL,
 department_code TEXT NOT NULL,
 department_name TEXT NOT NULL,
 overall TEXT NOT NULL,
 filled INTEGER NOT NULL,
 needed INTEGER NOT NULL,
 submitted_at TEXT DEFAULT '' NOT NULL,
 submitted_by TEXT DEFAULT '' NOT NULL,
 submission_note TEXT DEFAULT '' NOT NULL,
 carried TEXT DEFAULT '' NOT NULL,
 unconfirmed INTEGER DEFAULT '0' NOT NULL,
 PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "document" VALUES('0000000000000001',2025,'hebei-2024','315','云溪区商务局','促进消费，稳定外贸。',6,6,'2025-01-20T16:30:00+08:00','张三','已电话确认','overall',4);
CREATE TABLE goal (
 document_id TEXT NOT NULL,
 project_id TEXT NOT NULL,
 position INTEGER NOT NULL,
 text TEXT NOT NULL,
 PRIMARY KEY (document_id, project_id, position),
 FOREIGN KEY(document_id, project_id) REFERENCES project (document_id, id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "goal" VALUES('0000000000000001','0000000000000031',0,'举办活动6场');
INSERT INTO "goal" VALUES('0000000000000001','0000000000000031',1,'带动消费');
CREATE TABLE indicator (
 document_id TEXT NOT NULL,
 project_id TEXT NOT NULL,
 id TEXT NOT NULL,
 position INTEGER NOT NULL,
 level1 TEXT NOT NULL,
 level2 TEXT NOT NULL,
 name TEXT NOT NULL,
 description TEXT NOT NULL,
 value_text TEXT NOT NULL,
 value_sign TEXT NOT NULL,
 value_number TEXT NOT NULL,
 value_unit TEXT NOT NULL,
 basis TEXT NOT NULL,
 carried TEXT DEFAULT '' NOT NULL,
 carried_from TEXT DEFAULT '' NOT NULL,
 PRIMARY KEY (document_id, project_id, id),
 FOREIGN KEY(document_id, project_id) REFERENCES project (document_id, id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "indicator" VALUES('0000000000000001','0000000000000031','0000000000000040',4294967296,'效益指标','','','','','','','','','','');
INSERT INTO "indicator" VALUES('0000000000000001','0000000000000031','0000000000000041',0,'产出指标','数量指标','举办活动场次','全年举办的活动场次','≥6场','≥','6','场','工作方案','basis value','模板“培训”');
CREATE TABLE memory (
 "key" TEXT NOT NULL,
 value TEXT NOT NULL,
 PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
INSERT INTO "memory" VALUES('counted_by','0.1.0 2 f3b04d33');
INSERT INTO "memory" VALUES('place','PROJECT');
CREATE TABLE project (
 document_id TEXT NOT NULL,
 id TEXT NOT NULL,
 position INTEGER NOT NULL,
 code TEXT NOT NULL,
 name TEXT NOT NULL,
 unit_code TEXT NOT NULL,
 unit_name TEXT NOT NULL,
 budget_total TEXT NOT NULL,
 budget_fiscal TEXT NOT NULL,
 budget_other TEXT NOT NULL,
 purpose TEXT NOT NULL,
 plan_march TEXT NOT NULL,
 plan_june TEXT NOT NULL,
 plan_october TEXT NOT NULL,
 plan_december TEXT NOT NULL,
 indicator_count INTEGER NOT NULL,
 filled INTEGER NOT NULL,
 needed INTEGER NOT NULL,
 carried TEXT DEFAULT '' NOT NULL,
 unconfirmed INTEGER DEFAULT '0' NOT NULL,
 carried_from TEXT DEFAULT '' NOT NULL,
 PRIMARY KEY (document_id, id),
 FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "project" VALUES('0000000000000001','0000000000000030',4294967296,'','外贸展位补助','','','','','','','','','','',0,1,10,'',0,'');
INSERT INTO "project" VALUES('0000000000000001','0000000000000031',0,'99990125P00000000001X','2025年消费季活动经费','315001','云溪区商务局本级','120.50','100.50','20','用于场地、宣传','25','50','','100',2,11,17,'budget.total goals name',5,'2024年“展会经费”');
CREATE TABLE reason (
 document_id TEXT NOT NULL,
 project_id TEXT NOT NULL,
 position INTEGER NOT NULL,
 rule TEXT NOT NULL,
 subject TEXT NOT NULL,
 facts TEXT NOT NULL,
 text TEXT NOT NULL,
 PRIMARY KEY (document_id, project_id, position),
 FOREIGN KEY(document_id, project_id) REFERENCES project (document_id, id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "reason" VALUES('0000000000000001','0000000000000031',0,'C04','code','编码的年度是〈-1〉','上年结转资金，沿用原编码');
INSERT INTO "reason" VALUES('0000000000000001','0000000000000031',1,'V21','成本指标·活动成本','相差0.01万元','四舍五入');
CREATE TABLE safeguard (
 document_id TEXT NOT NULL,
 id TEXT NOT NULL,
 position INTEGER NOT NULL,
 title TEXT NOT NULL,
 text TEXT NOT NULL,
 carried TEXT DEFAULT '' NOT NULL,
 PRIMARY KEY (document_id, id),
 FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "safeguard" VALUES('0000000000000001','0000000000000021',0,'加强督导','按月调度','text');
CREATE TABLE statement_reason (
 document_id TEXT NOT NULL,
 position INTEGER NOT NULL,
 rule TEXT NOT NULL,
 subject TEXT NOT NULL,
 facts TEXT NOT NULL,
 text TEXT NOT NULL,
 PRIMARY KEY (document_id, position),
 FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "statement_reason" VALUES('0000000000000001',0,'S03','goal','分项绩效目标没有绩效目标','此项工作由市局统一安排');
CREATE TABLE subgoal (
 document_id TEXT NOT NULL,
 id TEXT NOT NULL,
 position INTEGER NOT NULL,
 title TEXT NOT NULL,
 goal TEXT NOT NULL,
 indicators TEXT NOT NULL,
 carried TEXT DEFAULT '' NOT NULL,
 PRIMARY KEY (document_id, id),
 FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "subgoal" VALUES('0000000000000001','0000000000000011',0,'促进消费','办好消费季','活动场次≥6场','goal title');
CREATE TABLE unread (
 document_id TEXT NOT NULL,
 position INTEGER NOT NULL,
 line INTEGER NOT NULL,
 text TEXT NOT NULL,
 PRIMARY KEY (document_id, position),
 FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "unread" VALUES('0000000000000001',0,12,'附件：略');
CREATE INDEX document_by_year ON document (year, department_code);
CREATE INDEX project_by_code ON project (code);
CREATE INDEX project_by_name ON project (name);
CREATE INDEX project_by_unit ON project (unit_code);
CREATE INDEX project_counts ON project (document_id, filled, needed, unconfirmed);
COMMIT;
