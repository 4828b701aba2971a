"""A report and that of the year after, of which all but two figures is the same."""

LAST_YEAR = """青石社区2024年上半年工作总结

一、工作情况
社区上半年入户走访1830户，登记居民反映的事项96件，办结91件。
楼道长每月碰头一次，谁家漏水、谁家吵架，在会上说清楚、定到人。

二、存在问题
地下车库的灯坏得多修得慢，夜里回家的人有意见。

三、下半年打算
十月底前给地下车库换上声控灯，坏灯两天内修好。
"""
THIS_YEAR = LAST_YEAR.replace("2024", "2025").replace("96件", "104件")
