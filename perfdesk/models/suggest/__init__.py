"""指标推荐: what could be meant, from the office's memory and the library, best first."""
