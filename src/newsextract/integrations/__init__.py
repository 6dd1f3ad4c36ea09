"""Where other libraries begin: data frames, Scrapy, web-poet, zyte-common-items. Each module names its extra."""
