"""What single lines give away of a web page, a mail or a file store: labels, buttons, counters.

No word here is proof by itself: a report on publicity work has most of them. How many different ones
a line holds, and where it stands, decides; see `linter.structure.outline` and `linter.checks.residue`.
"""

from __future__ import annotations

from linter.text.characters import count, words

_LABELS = frozenset(
    words(
        "来源 信息来源 文章来源 稿件来源 作者 编辑 责任编辑 责编 发布者 发布人 发布单位 发布机构"
        " 发布时间 发布日期 更新时间 更新日期 上传人 上传者 上传用户 上传时间 贡献者 分享者 分享人"
        " 投稿人 投稿 格式 大小 页数 字数 价格 售价 分类 所属分类 栏目 频道 标签 Tag Tags 关键词 关键字"
        " 索引号 网址 链接 原文 原文地址 字号 字体 推荐度 评分 热度 人气 浏览 浏览量 浏览次数 阅读"
        " 阅读量 阅读次数 点击 点击量 点击数 点击次数 访问量 下载量 下载次数 评论 评论数 温馨提示"
        " 友情提示 发件人 收件人 发送时间 当前位置 您的位置 位置 上一篇 下一篇 上一条 下一条"
    )
)
"""What stands before a colon beside a text."""
_OWNERS = words("该文档 本文档 文档 文件 文章 资料 本文 下载")
_OWNED = _LABELS.union(words("地址 编号 名称 类型 性质"))
"""What stands there behind one of the owners: 文档编号：."""
_FRAME = "【】[]〔〕〖〗（）()★☆●·|｜>＞-—"

_OWN = words(
    "文库 范文 网友 小编 本站 抢沙发 © 贡献者 使用前必读 猜你 全文阅读 阅读全文 扫一扫 搜索框 关闭窗口"
    " 返回顶部 返回首页 返回列表 上一篇 下一篇 上一条 下一条 网站地图 关于我们 服务协议 相关文章"
    " 相关阅读 相关推荐 推荐阅读 贴吧 http www. .com .doc .wps .pdf .ppt .xls .rar .zip .htm"
)
"""Words that pages use and reports do not."""
_SHARED = words(
    "文档 会员 VIP 积分 充值 付费 公众号 扫码 二维码 长按 搜索 备案 版权 转载 侵权 免责 下载 预览 上传"
    " 用户 登录 注册 分享 收藏 点赞 关注 评论 回复 举报 纠错 打印 上一页 下一页 点击 浏览 查看 更多"
    " 展开 剩余 隐藏 热门 排行 联系我们 客服 朋友圈"
)
"""Words that reports on publicity use too."""


def is_web(line: str) -> bool:
    """Whether a line beside a report is a web page's.

    A label at its head is enough, or two words; a sentence needs three, and one that only pages use.
    """
    if is_labelled(line):
        return True
    own = count(line, _OWN)
    weight = 2 * own + count(line, _SHARED) + labels(line)
    sentence = "。" in line or line[-1:] in ("；", "！", "，", "：")
    return (weight >= 3 and own > 0) if sentence else weight >= 2


def is_own(line: str) -> bool:
    """Whether a line begins with a page's label, holds two, or a word that only pages use."""
    return is_labelled(line) or labels(line) > 1 or count(line, _OWN) > 0


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label that pages put beside a text (来源：… 上传人：…)."""
    before, colon, _ = line.replace(":", "：").partition("：")
    return bool(colon) and _is_label(before)


def labels(line: str) -> int:
    """How many such labels a line holds."""
    *before, _ = line.replace(":", "：").split("：")
    return sum(map(_is_label, before))


def _is_label(before: str) -> bool:
    """Whether what stands before a colon ends in a label."""
    parts = before.split()
    return any(_is_name(name.strip(_FRAME)) for name in ("".join(parts), *parts[-1:]))


def _is_name(name: str) -> bool:
    """Whether a name is that of a label, perhaps with its owner before it."""
    return name in _LABELS or any(
        name.startswith(owner) and name[len(owner) :] in _OWNED for owner in _OWNERS
    )
