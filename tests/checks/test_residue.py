"""Residue, report by report. Lines that must be found begin with ⟦; the others must stay silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.outline import Context
from linter.readers import markdown
from tests.support.drafts import document, draft
from tests.support.rules import finds
from tests.support.words import outline

FINDS = finds("residue", "residue")

REPORT = """松泉县中心医院2024年度宣传思想工作总结
2024年上半年，松泉县人民医院党委扛牢政治责任，现将有关情况总结如下。
一、加强组织领导
院党委召开专题会议2次，研究部署重点任务，与各党支部签订责任书12份，压实工作责任。
二、下一步工作打算
下半年，我院将继续抓好网络阵地管理，完善信息发布审核制度，组织全员培训2期。
松泉县人民医院党委
2024年7月5日"""

SILENT = {
    "a link without words": "白沙渡口防汛工作总结\n](https://baisha.example.org)\n入汛以来，渡口检查缆桩三十二根。",
    "a clean report": REPORT,
    "what unfolds and what links, in sentences": """柳湖村2025年数字服务小结
村务公开栏改成折叠的样子，村民点“展开全文”就能读到明细，继续阅读的人多了。
展开阅读推广活动
本文链接的照片由村里的摄影队拍摄，原图存在档案室。
柳湖村村民委员会
2025年12月20日""",
    "buttons and counters that the report speaks of": """
公众号改版后，读者可从“阅读原文”按钮进入留言系统，群众可以免费下载就诊指南。
全年发布推文86篇，阅读量达12.4万次，浏览量同比增长35%。
短视频《急救小课堂》播放量、点击量突破50万次，被县融媒体中心转发。
推荐阅读书目由党委宣传部统一印发，分享到各支部学习群，供党员自学。
（一）扫码关注医院公众号的患者新增3200人。""",
    "what a notice asks its readers to do with a code": """关于开展问卷调查的通知
各支部：
请长按识别下方二维码填写问卷，8月5日前完成。
扫描下方二维码报名
报名方式：长按下方二维码加入微信群
文末设“点击阅读原文”按钮，引导村民扫码关注。
为志愿者点个赞
推文获点赞、在看三百余次
二〇二六年八月一日""",
    "a site that the report tells of": """柏山县图书馆信息化建设小结
门户首页增设“预约”“下载表格”“联系我们”三个按钮，页脚补上备案号。读者点击封面即可试读，一年浏览量9万次。""",
    "words of a page in a report's own lines": """石桥村2025年工作总结
一、主要工作
版权所有权归村集体，转载须经同意。
相关新闻报道12篇
网站更换ICP备案号，完成等保测评。
图片新闻专栏刊发6期
推送“扫一扫在手机查看”教程3期。
二、存在问题
路灯少，部分巷道没有照明，个别村民参与不够。
石桥村村民委员会
2025年12月20日""",
    "an opening that speaks of downloads": """松泉县图书馆2025年上半年数字资源工作总结
现将数字资源免费下载情况汇报如下：
一、主要做法
新购期刊数据库1个，培训馆员12人。
松泉县图书馆
2025年7月2日""",
    "files announced as annexes": """现将有关材料报送如下，请审阅。
附件：1.上半年宣传工作台账.xlsx
2.网络阵地清单.docx
3.培训签到表.pdf""",
    "titles that count the unit's own pieces": """宣传科上半年信息工作小结
刊发信息12篇
上半年共刊发信息12篇，其中被县级以上媒体采用5篇，排名位居全县卫生系统前列。""",
    "quotations in Markdown": "# 总结\n\n> 编者按：本文为阶段小结。\n\n## 一、主要做法\n\n召开会议2次。",
    "signs in running text": "研发投入（R&D）增长，A>B的科室有3个，P<0.05，Q&A环节答疑12次。",
    "what an office puts around a report": """附件1
松泉县卫生健康局文件
松卫发〔2024〕5号　　　签发人：（略）
密级：内部资料
（讨论稿）
"""
    + REPORT
    + """
（此页无正文）
附件：1.上半年宣传工作台账.xlsx
2.网络阵地清单（含下载地址）
抄送：县委宣传部，县委网信办。
联系人：党政办公室；联系电话：0000-1234567
松泉县卫生健康局办公室　　　　2024年7月5日印发
（共印20份）
- 3 -
第4页""",
    "lines behind the date that an office writes": REPORT
    + """
撰稿：党委办公室
审核：宣传科
（公开方式：主动公开）
松泉县卫生健康局
单位负责人：（签字）　　填表人：
注：数据截至6月30日。""",
    "a calendar behind the date": REPORT
    + """
培训日程
2024年8月　举办信息员培训，讲解来稿要求。
2024年9月　检查各科室的宣传栏。
2024年10月　评选优秀来稿""",
    "an annex that goes on behind the date": REPORT
    + """
附件
上半年宣传工作一览
公众号推文86篇
阅读12.4万次
短视频评论与点赞
下载安装反诈软件""",
    "a list at the end that speaks of publicity, without date": """松泉县中心医院上半年宣传工作总结
上半年，医院党委宣传科围绕中心工作开展宣传，推动各支部办好公众号，现将主要情况和打算总结如下，请予审阅。
二、下半年打算
1.办好公众号，增加评论、分享、收藏等互动功能
2.规范文档上传、预览和下载权限
（三）做好用户注册和积分管理
更新宣传栏，增设二维码，方便群众扫码关注。
用好会员日、开放日等载体，扩大点赞和转发量；""",
    "figures of publicity on lines of their own": """松泉县中心医院上半年宣传工作总结
公众号关注人数：3.2万
短视频播放：50万次
群众点赞最多的是护士节专题
评论区回复及时
上半年，医院党委宣传科围绕中心工作开展宣传，推动各支部办好公众号，现将主要情况和打算总结如下，请予审阅。
松泉县中心医院""",
    "words of document stores in a report": """松泉县中心医院上半年宣传工作总结
精品课程建设
打造精品文章12篇，资料下载后可在科室内打印，更多相关做法已在全县推广。
上半年，医院党委宣传科围绕中心工作开展宣传，现将情况总结如下。
— 1 —""",
    "a signature without a date": """松泉县中心医院上半年宣传工作总结
上半年，医院党委宣传科围绕中心工作开展宣传，推动各支部办好公众号，现将主要情况和打算总结如下，请予审阅。
特此报告。
松泉县中心医院
党委宣传科""",
    "minutes of a meeting": """渡口安全例会纪要
时间：2024年3月5日
地点：三楼会议室
主持人：侯渡生
记录：郦知秋
会议听取了上半年安全工作的汇报，研究了汛期值守安排，现将议定事项记录如下。
一、汛期实行双人值守，值守人员名单报区水务站备案。""",
    "organisers under the title of a notice": """关于举办渡工技能比赛的通知
主办单位：白沙渡口管理站
承办单位：白沙水上救援队
各渡口：
比赛定于6月举行，内容为系缆、靠岸和落水救援，请各渡口在5月底前报名。""",
    "author and key words of a paper": """白沙渡口候船秩序调查报告
作者：侯渡生
关键词：渡口；候船；秩序
本文根据三个月的现场记录，说明早晚高峰候船秩序的变化，并提出分区候船的建议。""",
    "one source under a title": """白沙渡口防汛工作简报
来源：白沙渡口管理站
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船。""",
    "what a notice offers its readers": """关于填报候船人数的通知
各渡口：
请于每月5日前填报上月候船人数，填报方法见下。
表格下载地址：https://www.baisha.example.com/table
会议链接：https://meet.example.com/j/001
扫描二维码进入填报群
附件：候船人数表.xlsx
2.填报说明（点击下载）
白沙渡口管理站
2024年7月1日""",
    "a list on publicity at the end, without numbers and signature": """白沙渡口宣传小结
一、短视频
全年发布短视频四十条，内容为系缆、救生和潮汐常识。
短视频评论与点赞五万次
公众号关注人数、分享次数持续增加
03-05 召开评论员座谈会
用户注册登录流程图""",
    "a title on a platform's users": """水上交通平台用户注册与登录说明
用户注册、登录、评论和收藏的办法如下，请各渡口转告旅客。
一、注册
旅客凭身份证号码注册，一人一号，渡口窗口可以代为办理。""",
    "contacts at the end, without a signature": """白沙渡口票务公示说明
一、票价
单程两元，六十五岁以上老人凭证免费，学生凭证半价。
联系人：票务组
邮箱：piao@baisha.example.com
网址：www.baisha.example.com
微信公众号：白沙渡口""",
    "addresses of sources at the end": """白沙渡口水文观测小结
本年观测三百六十五天，最高水位出现在七月下旬，最低水位出现在一月。
参考资料：
https://water.example.org/2024/report.html
https://tide.example.org/table.pdf""",
    "contacts above the signature": """关于开放渡口候船室的公告
候船室自2024年9月1日起每日开放，时间为六时至二十一时，请旅客有序候船。
公告网址：https://www.baisha.example.com/notice
来源：白沙渡口管理站
更新日期：2024年8月30日
白沙渡口管理站
2024年8月30日""",
    "a unit and a date on one line, and an annex": """白沙渡口2024年工作总结
一、主要工作
全年运送旅客二十一万人次，更换系缆桩八根，没有发生责任事故。
白沙渡口管理站　　2024年12月30日
渡工花名册
侯渡生
邬长青
下载登记表""",
    "words to the readers above a signature": """致乘船旅客的一封信
各位旅客：
汛期渡船班次减少，请提前查看码头公告，希望对大家有所帮助，欢迎下载班次表。
白沙渡口管理站
2024年7月1日""",
    "links that an author set in Markdown": """# 白沙渡口周报

## 推荐阅读

- [渡口安全手册](https://baisha.example.org/manual)

[潮汐表下载](https://baisha.example.org/tide)

https://baisha.example.org/log

## 相关链接

[航道公告](https://baisha.example.org/notice)""",
    "rows of a table with figures": """白沙渡口统计公报
全年渡运情况见下表。
渡运总量 | 617.50 | 5.2 |
第一码头 | 337.11 | 2.6 |
第二码头 | 280.39 | 4.5 |
渡运比上年稳定。""",
    "the head of a table with bars": """白沙渡口半年小结
船名|应检次数|实检次数|合格率
白沙一号|6次|6次|100%
白沙二号|6次|5次|83.3%

值守安排如下。
周一|周二|周三|周四|周五
早班|早班|晚班|晚班|由站长和两名船工轮流值守
物资存放于候船室。
品名|数量|品名|数量
缆绳|12条|救生圈|40个
分工如下（甲办理、乙核对）。
事项|站长|会计|船工
售票|乙|甲|甲
验船|甲|乙|甲
值班表长期有效。""",
    "words of sites in sentences of a report": """白沙渡口网站改版小结
首页 > 渡运公告一栏改在最上面，访客可先登录再留言，留言须注意语言文明。
照片大小：20KB以内，材料不超过6页，格式为docx。
站里请船工学着写总结，评论由专人回复，法律顾问审核了公告。
扫黑除恶期间查处赌球案一起，清理世界杯期间的广告二十条。
船工问：“夜航灯什么时候换……”
第1页共3页的公告改成一页。
第三项见附件第2页
以下是船工的来信和站里的答复。""",
    "courteous closings of a report": """医院党委对全体职工提出三点希望。
希望各支部对照要求抓好落实，如有问题请及时报告我院党政办公室。
联系人：党政办公室，如需调整请告知我院。""",
}

FOUND = {
    "what a site tells to do, in one sentence and in two": """白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。
⟦读完本文如果还没有找到您想要的内容，可以点击“相关推荐”查看更多范文，或者使用本站搜索功能。
⟦读完本文如果还没有找到您想要的内容，可以点击相关推荐，查看更多范文。也可以使用本站搜索功能。""",
    "the name of the file above the title": """⟦白沙渡口防汛工作总结.docx
白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。""",
    "links behind what the office says of a paper": """白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。
白沙渡口管理站
2024年7月1日
排版：李某
（此件公开发布）
⟦上一篇：渡口简介
⟦下一篇：乘船须知""",
    "two labels of a page below the text": """白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。
⟦来源：渡口网
⟦编辑：李某""",
    "what a site says of its texts, in two sentences": """白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。
⟦本文档由用户上传分享，版权归原作者所有，本站不拥有所有权，也不承担相关法律责任，仅供学习参考。如有侵权，请与本站客服联系，我们将在二十四小时之内删除有关内容。""",
    "buttons and the address of the page": """柳湖村水窖清洗做法
先放空存水，再用竹帚刷壁，刷完晾两天。
⟦展开查看全部内容
清洗由村里的水管员包片，每年春秋各一次。
⟦继续阅读全文
灌水以后投放漂白粉，隔一天取水样送检。
⟦本文链接：https://www.shuijiao.example.org/2024/0317/qingxi.html""",
    "an account in a chat program": """柳湖村2025年工作总结
一、主要工作
全年修路三条，栽树四百棵，河道清淤两公里。
⟦点击阅读全文，扫描下方二维码
⟦展开阅读全文
二、存在问题
路灯少，部分巷道没有照明。
⟦长按识别二维码，关注我们
⟦▼点击阅读原文，了解更多
三、打算
下一步装路灯四十盏。
⟦觉得不错，点个在看吧
⟦喜欢就点个“在看”吧
⟦扫码关注我们
⟦↓↓↓点击下方名片关注↓↓↓""",
    "what a store of documents and a portal add": """柳湖村2025年工作总结
一、主要工作
全年修路三条，栽树四百棵，河道清淤两公里。
⟦• 23.5 KB
⟦• 2020-06-11 发布
⟦本文档由会员上传分享，收益归属作者
⟦（阅读全部内容，请先登录）
⟦您所在的位置：首页
⟦今天是：2021年3月29日 星期一 农历二月十七
⟦无障碍 简体| 繁体
⟦信息搜索：
⟦时间：2021-09-12 08:15:20 春游方案 我要投稿
⟦IMG-1226.JPG
⟦总结|方案|素材|写作|
⟦首页|渡运|航道|公告
⟦新闻|党务|政务|村务
⟦标签：修路，栽树，清淤
⟦转载请注明出处
⟦扫一扫在手机打开当前页
⟦您是第1234位访客
⟦[1] [2] [3] 下一页
⟦热门标签：总结
⟦相关新闻
⟦来源：石桥网 作者：小李 编辑：小王
⟦Copyright © 2025
二、存在问题
路灯少，部分巷道没有照明。""",
    "a page of samples": """⟦首页 > 范文大全 > 工作总结 > 正文
⟦医院意识形态工作总结（精选5篇）
"""
    + REPORT
    + """
⟦【医院意识形态工作总结】相关文章：
⟦1.卫生院党建工作总结范文
⟦2.医院行风建设工作总结
⟦下载全文（Word格式）　收藏本文　分享到朋友圈""",
    "a page of downloads": REPORT
    + """
⟦本文由范文小站收集整理，版权归原作者所有。
⟦推荐度：
⟦点击下载文档
⟦文档为docx格式
⟦松泉县人民医院意识形态工作总结.docx""",
    "a page of news": """⟦当前位置：首页 > 工作动态
⟦发布时间：2024-07-05　来源：宣传科　浏览：356次
"""
    + REPORT
    + """
⟦上一篇：关于开展义诊活动的通知
⟦下一篇：没有了
⟦【打印本页】　【关闭窗口】""",
    "buttons in brackets side by side": REPORT
    + """
⟦【我要打印】【我要纠错】【关闭】
⟦[ 打印页面 ] [ 关闭页面 ]
⟦〖内容纠错〗〖返回目录〗""",
    "names behind the date, beside the words of a page": REPORT
    + """
⟦该用户很懒，什么也没有写
⟦★医院半年小结
⟦★护理部全年计划
⟦发表评论""",
    "a notice board's page": """⟦索引号：013/2024-00021　发布机构：松泉县人民政府
⟦发布日期：2024-07-05
⟦【字体：大 中 小】
"""
    + REPORT
    + """
⟦扫一扫在手机打开当前页
⟦【打印】　【关闭】
⟦© 2024 松泉县人民政府　网站地图｜联系我们""",
    "labels under the title": """松泉县中心医院上半年宣传工作总结
⟦来源：松泉卫生　作者：佚名
⟦2024-07-05 08:30　浏览（318）
上半年，医院党委宣传科围绕中心工作开展宣传，推动各支部办好公众号，现将主要情况和打算总结如下，请予审阅，不足之处恳请指正。
松泉县中心医院""",
    "a document store, the report without a date": """⟦上传人：静水深流　文档编号：10086　格式：DOC　页数：6
⟦松泉县中心医院上半年宣传工作总结.doc
松泉县中心医院上半年宣传工作总结
上半年，医院党委宣传科围绕中心工作开展宣传，推动各支部办好公众号，现将主要情况和打算总结如下，请予审阅，不足之处恳请指正。
⟦~~~~~~ 剩余内容登录后可见 ~~~~~~
下半年，我们将继续办好公众号，增加原创内容，组织信息员培训两期，把评论区的问题及时转给有关科室办理，做到件件有回音。
松泉县中心医院
⟦医院宣传工作计划
⟦更多范文请收藏本站
⟦文档评论(3)
⟦登录 | 注册 | 帮助""",
    "advertisements between paragraphs": REPORT.replace(
        "二、下一步", "⟦>>>精彩内容尽在公众号“公文小铺”<<<\n⟦------ 下载后查看全文 ------\n二、下一步"
    ),
    "running heads and page numbers": """⟦精品范文 欢迎下载
"""
    + REPORT.replace("二、下一步", "⟦精品范文\n⟦— 1 —\n二、下一步").replace(
        "院党委召开", "⟦第 2 页 共 3 页\n院党委召开"
    )
    + "\n⟦下载后可自由编辑修改",
    "a long line of labels under a title": """⟦资料介绍
⟦松泉县中心医院上半年宣传工作总结.docx
⟦贡献者：南山旧雨　文档编号：2200817　更新时间：2024-08-19　格式：DOCX　页数：12　大小：86.25KB　所属分类：总结
⟦本文由用户投稿，更多类似《宣传工作总结》请到文库首页搜索。
"""
    + REPORT,
    "labels under a collection's title": """⟦医院意识形态工作总结(精选4篇)
⟦时间:2024-07-08 09:15　来源:互联网　作者:阿松　浏览:1024次　【字号 大 中 小】
"""
    + REPORT,
    "a site with its menu and the links of others": """⟦网站首页
⟦渡口概况
⟦机构设置
⟦信息公开
⟦当前位置：首页 > 渡运公开 > 年报
白沙渡口2024年信息公开年度报告
⟦发布时间：2024-12-31 09:30　浏览次数：
⟦次
一、概述
全年主动公开信息四十条，受理申请一件，按时答复，没有行政复议。
⟦水上交通网
⟦航道信息网
⟦水文站
⟦救援协会
⟦网站声明
⟦站点地图
⟦主办：白沙渡口管理站
⟦备案号：00000000""",
    "buttons one under the other, a source on its own": """⟦下载
⟦打印
⟦收藏
白沙渡口2024年工作报告
——在渡口职工大会上
⟦来源：白沙水运
⟦时间：2024-12-31
各位职工：
现在，我向大会报告渡口2024年的工作，请各位审议，并提出意见。
⟦相关报道：
⟦渡口职工大会召开""",
    "dated links behind a text without a signature": """白沙渡口防汛小结
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船，没有发生事故。
⟦来源：白沙水运
⟦最新动态
⟦渡口开展救援演练[07-02]
⟦候船室完成粉刷[06-28]""",
    "a page behind a signature": """白沙渡口防汛小结
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船，没有发生事故。
白沙渡口管理站
2024年7月1日
联系电话：0000-00000000
⟦水上交通网
⟦【打印】
⟦上一篇：渡口开展救援演练""",
    "buttons side by side": """白沙渡口防汛小结
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船，没有发生事故。
白沙渡口管理站
2024-07-01
⟦阅读 312
⟦分享 收藏 点赞 在看""",
    "what a site writes around a sample": """⟦江边素材网 首页
⟦- 文档编号：1029384
⟦- 页数：15
⟦大小：31.50KB
⟦文档页数：3
白沙渡口防汛工作总结
⟦来源：白沙渡口 时间：2024.05.06
⟦小结能看出长短，咱们抽空也写一份总结吧。如何把总结写得清清楚楚呢？
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船，没有发生事故。⟦
⟦下一步研究夜航灯的更换。············汛后再修码头一处。
⟦（想看全文，您需要先登陆！
⟦因篇幅所限不能完整显示，请点此查看更多
⟦发言时请注意语言文明。此间评论仅代表发言的人 查看留言
⟦请输入验证码""".replace("⟦\n", "\n"),
    "words of betting sites in place of what stood there": """⟦足球即时比分《白沙渡口值守预案》的通知
入汛以来，渡口检查缆桩三十二根，更换六根。
⟦意昂2平台白沙渡口管理站
⟦夜班由乐鱼体育渡口站船工轮流承担。""",
    "an answer that says in what language it is": """白沙渡口防汛工作计划
⟦全年保障渡运。以下是针对渡口防汛工作计划的中文回答。
汛前检查缆桩，汛中每班两人值守。""",
    "a text that breaks off at its end": """白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，没有发生事故。
⟦下半年再修码头一处，把夜航灯换成新的，救生衣按船...""",
    "the head of a mail": """⟦发件人：侯渡生
⟦收件人：办公室
⟦主题：工作总结
白沙渡口防汛工作总结
入汛以来，渡口检查缆桩三十二根，更换六根，清理护坡杂物两船，没有发生事故。""",
    "a mail": """⟦-----原始邮件-----
⟦发件人：宣传科
⟦发送时间：2024年7月5日 9:30
"""
    + REPORT,
    "a title with the name of a site": "⟦医院意识形态工作总结_党建_好文库\n" + REPORT,
    "a collection's title": "⟦2024年医院党风廉政工作总结3篇.\n" + REPORT,
    "an assistant's answer": "⟦好的，根据您提供的材料，我为您起草了一份半年总结，全文如下：\n"
    + REPORT
    + """
⟦以上内容供您参考，您可以根据实际情况修改。
⟦如果需要我把它改成述职报告的格式，请随时告诉我！""",
    "an assistant's suggestions": REPORT
    + """
⟦**几点修改建议：**
⟦希望这份总结能帮到您。您可以将数据替换为本单位的真实数据：
⟦- 补充会议次数
⟦- 补充培训人数""",
    "quotation signs left by an extraction": """松泉县人民医院工作总结
院党委认真落实责任制，现将情况总结如下。
⟦>一、加强组织领导
院党委召开专题会议2次。
⟦>　　二、下一步打算
⟦＞三、其他""",
    "a web page's code": "加强领导。\n⟦落实，&nbsp;强化督查。\n⟦第一段<br/>第二段\n⟦&#12288;开展培训2期。",
}


def found(source: Context) -> set[int]:
    """The lines, from 0, on which any rule finds residue."""
    spans = [match for find in FINDS.values() for match in find(source) if match.level != "info"]
    return {source.document.locate(match.start)[0] - 1 for match in spans}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_the_author_wrote_is_left_alone(text: str) -> None:
    assert [text.split("\n")[line] for line in found(draft(text))] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("当前位置：\n首页\n>\n政务信息\n>\n要闻\n石桥村2025年工作总结\n修路两条。", []),
        ("首页\n＞\n石桥村2025年工作总结\n　　&gt;\n修路两条。", []),
        ("石桥村2025年工作总结\n>修路两条。\n>\n> 修桥一座。", [1, 3]),
        (
            "Manual of the locks\nHe writes:\n > The lock is shut.\n\n > Ring the bell.\nDo.\n> Open it, please.",
            [6],
        ),
        ("石桥村2025年工作总结\n主要做了：\n>修路两条，修桥一座，清淤三处。", [2]),
        (
            "Manual of the locks\n    >>> from locks import quays\n    >>> 'quay' in quays\n>>> 全年开闸十二次。\n> The lock is closed now.",
            [3, 4],
        ),
    ],
)
def test_a_quotation_sign_alone_on_its_line_is_no_second_finding(text: str, lines: list[int]) -> None:
    source = draft(text)
    found_at = [source.document.locate(each.start)[0] - 1 for each in FINDS["residue-quote-mark"](source)]
    assert found_at == lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Copyright 2019-2025 by the keepers of the quay.", set()),
        ("Copyright (c) 2025 Quay Works", set()),
        ("Copyright © 2025 Quay.com.  All rights reserved.", set()),
        ("All rights reserved.", set()),
        ("Copyright © 2019-2025", {2}),
        ("Copyright © 2025 石桥网", {2}),
        ("Copyright 2025 quay.example.com", {2}),
    ],
)
def test_who_holds_the_rights_in_an_english_text_its_author_says(line: str, expected: set[int]) -> None:
    assert (
        found(draft(f"Report on the quays\nAll quays were mended in May.\n{line}\nTwo boats were sold."))
        == expected
    )


def test_what_a_program_says_of_itself_is_no_page() -> None:
    text = (
        "# 泵房自检\n\n```console\npump 2.1\nCopyright (C) 2025 Quay Works\n```\n\n自检通过，水泵运行正常。\n"
    )
    source = markdown.read("自检.md", text.encode())
    assert found(Context(source, outline(source))) == set()


@pytest.mark.parametrize("marked", FOUND.values(), ids=FOUND)
def test_what_a_page_left_is_found(marked: str) -> None:
    lines = marked.split("\n")
    wanted = {index for index, line in enumerate(lines) if line.startswith("⟦")}
    text = marked.replace("⟦", "")
    assert found(draft(text)) == wanted


@given(st.text(st.sampled_from(">＞&;<br/>下载推荐阅读：。1.您好，希望参考\n 　"), max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    for find in FINDS.values():
        for match in find(Context(document(text), ())):
            assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('In 3 of 40 cases it said "As an AI language model, I cannot help" and stopped.', set()),
        ("As an AI language model, I cannot see the data.", {0}),
        ("本站会员“松果”为你整理了这篇医院总结范文，希望给你参考。", set()),
        ("以下是网友为您整理分享的医院工作总结，供您参考！", set()),
        ("简介：小编为你整理了多篇相关的报告。", set()),
        ("好的，我为您整理了一份报告，全文如下：", {0}),
    ],
)
def test_what_a_site_says_of_its_editors_is_no_assistants(line: str, expected: set[int]) -> None:
    case = draft(f"{line}\n{REPORT}")
    assert {case.document.locate(match.start)[0] - 1 for match in FINDS["residue-chat"](case)} == expected
