"""Radicals that stand for characters.

Some fonts have one shape for a character and for the radical that looks like it, and a PDF then tells the
radical: ⼯ (U+2F2F) for 工 (U+5DE5). Text copied from it looks right and is found by no search.
"""

_SUPPLEMENT = (
    "⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王⺪目示礻⺮糹"
    "纟罓罒㓁冗⺵羊⺷⺸耂肀聿肉⺽艹艹艹虎衤覀西见角⻇讠贝⻊车辶辶辶邑钅長镸长门⻕阝雨青韦页风飞食⻞飠"
    "饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""What each from U+2E80 on stands for (Unicode's Equivalent_Unified_Ideograph); itself where that is none
of the basic plane."""
_KANGXI = (
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾"
    "干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生"
    "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
    "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃"
    "黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
)
"""What each from U+2F00 on stands for; 户 and 青 as they are written in simplified characters."""
_CHARACTERS = {
    **dict(enumerate(_SUPPLEMENT, 0x2E80)),
    **dict(enumerate(_KANGXI, 0x2F00)),
}


def plain(text: str) -> str:
    """The text with radicals replaced by the characters that they stand for: as long as before."""
    return text.translate(_CHARACTERS)
