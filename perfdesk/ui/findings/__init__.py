"""审核结果: what was found, listed below the page, explained, mended and answered there."""
