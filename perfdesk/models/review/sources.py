"""What rules rest on, as findings and the check report name it."""

FORM = "年度预算项目绩效目标表（表样要求）"
SYSTEM = "预算管理一体化系统填报限制"
PRACTICE = "绩效目标审核常见意见"
METHOD = "《中央部门预算绩效目标管理办法》（财预〔2015〕88号）对绩效目标审核内容的要求"
CODE = "项目编码规则（21位：区划6位、年度2位、类别1位、顺序11位、校验1位）"
MONEY = "预算数与资金构成的勾稽关系"
