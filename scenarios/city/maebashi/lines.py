# SPDX-License-Identifier: Apache-2.0
"""The operators and their lines: places in order, headways in minutes. Invented timetable."""
import dataclasses

from places import HUB, PLACES

AGENCIES = {
    "kanetsu": "関越交通",
    "ncb": "日本中央バス",
    "nagai": "永井運輸",
    "gunmabus": "群馬バス",
    "gunmachuo": "群馬中央バス",
    "joshin": "上信電鉄",
}


# The city's own loop buses; the id of every other line begins with its operator.
LOOPS = {"mybus_south": "kanetsu", "mybus_north": "kanetsu", "mybus_west": "nagai",
         "mybus_east": "nagai"}


@dataclasses.dataclass(frozen=True)
class Line:
    id: str
    name: str
    via: tuple
    peak: int                 # headway 6:30-9:00 and 16:30-19:00 on weekdays
    base: int                 # headway otherwise; half as long again at weekends
    first: int = 375          # minute of the day
    last: int = 1270
    back: tuple = ()          # the other way, when it is not the same way back
    flat: int = 0             # one price for the whole line
    shift: int = 7            # the other direction leaves so many minutes later

    @property
    def agency(self):
        return LOOPS.get(self.id) or self.id.split("-")[0]

    @property
    def number(self):
        return self.id.split("-")[-1] if "-" in self.id else ""

    @property
    def loop(self):
        return self.via[0] == self.via[-1] or self.via[-1] in self.via[:-1]

    @property
    def exact_ic(self):
        """Fare boxes of this operator take IC fares to the yen, cash in steps of 10."""
        return self.agency == "nagai"

    @property
    def fare_per_route(self):
        return self.agency == "gunmachuo"


def _line(id, name, via, peak, base, **more):
    stops = tuple(HUB if part == "駅" else part for part in via.split())
    assert all(stop in PLACES for stop in stops), name
    if "back" in more:
        more["back"] = tuple(HUB if part == "駅" else part for part in more["back"].split())
    spread = sum(7 * i * code for i, code in enumerate(id.encode())) % base
    return Line(id, name, stops, peak, base, first=more.pop("first", 355 + spread * 3 // 4), **more)


LINES = [
    _line("kanetsu-20", "県庁シャトル", "駅 本町 市役所前 県庁前", 12, 24, shift=4),
    _line("kanetsu-22", "渋川線", "駅 本町 住吉町 群馬大学病院 上小出町 荒牧町 関根町 田口町 半田 渋川駅",
          20, 40),
    _line("kanetsu-25", "敷島公園線", "駅 本町 県庁前 前橋公園 岩神町 敷島公園", 20, 40),
    _line("kanetsu-26", "南橘団地線", "駅 本町 住吉町 群馬大学病院 上小出町 南橘団地", 20, 40),
    _line("kanetsu-30", "青柳線", "駅 中央前橋駅 日吉町 下細井町 上細井町 青柳町", 30, 60),
    _line("kanetsu-44", "群馬総社駅線", "駅 本町 県庁前 大渡町 総社町 群馬総社駅", 20, 40),
    _line("kanetsu-45", "高井町線", "駅 本町 県庁前 石倉町 大友町 総社町 高井町", 30, 60),
    _line("kanetsu-46", "新前橋駅線", "駅 本町 県庁前 石倉町 新前橋駅", 20, 40, last=1420),
    _line("kanetsu-48", "群大荒牧線", "駅 本町 住吉町 群馬大学病院 上小出町 荒牧町 群馬大学荒牧", 20, 40),
    _line("kanetsu-49", "時沢線", "駅 中央前橋駅 日吉町 下細井町 上細井町 龍蔵寺町 時沢", 30, 60),
    _line("kanetsu-50", "富士見線", "駅 中央前橋駅 日吉町 下細井町 上細井町 龍蔵寺町 時沢 小暮 富士見",
          20, 40),
    _line("kanetsu-55", "けやきウォーク線", "駅 文京町 けやきウォーク前橋", 20, 30, shift=5),
    _line("mybus_south", "マイバス南循環", "駅 文京町 六供町 後閑町 朝倉町 けやきウォーク前橋 駅", 30, 45,
          flat=100),
    _line("mybus_north", "マイバス北循環", "駅 本町 群馬大学病院 南橘団地 青柳町 下細井町 日吉町 中央前橋駅 駅",
          30, 45, flat=100),
    _line("ncb-31", "広瀬線", "駅 けやきウォーク前橋 朝倉町 広瀬団地 山王町", 20, 40),
    _line("ncb-32", "東善線", "前橋公園 県庁前 本町 駅 けやきウォーク前橋 朝倉町 広瀬団地 山王町 東善町",
          30, 60),
    _line("ncb-51", "石関線", "駅 朝日町 西片貝町 女屋町 笂井町", 30, 60),
    _line("ncb-52", "大胡線", "駅 中央前橋駅 三俣町 上泉町 亀泉町 江木町 大胡駅", 20, 40),
    _line("ncb-61", "桐羽線", "駅 六供町 上新田町 江田町 箱田町 新前橋駅", 30, 60),
    _line("ncb-71", "大友循環", "駅 本町 県庁前 石倉町 大友町 大渡町 前橋公園 県庁前 本町 駅", 30, 60),
    _line("ncb-81", "総社清里線", "駅 本町 県庁前 石倉町 元総社町 総社町 群馬総社駅 清里", 30, 60),
    _line("ncb-82", "青梨子線", "駅 本町 県庁前 大友町 元総社町 高井町 青梨子", 30, 60),
    _line("nagai-01", "下川団地線", "駅 文京町 六供町 後閑町 公田町 横手町 下川団地", 20, 40),
    _line("nagai-02", "荻窪公園線", "駅 中央前橋駅 若宮町 三俣町 上泉町 亀泉町 荻窪町 荻窪公園", 30, 60),
    _line("nagai-03", "嶺公園線", "駅 中央前橋駅 若宮町 幸塚町 上沖町 端気町 芳賀 小坂子町 嶺公園", 20, 45,
          back="嶺公園 小坂子町 芳賀 鳥取町 端気町 上沖町 幸塚町 若宮町 中央前橋駅 駅"),
    _line("nagai-04", "前橋大島駅線", "駅 朝日町 天川大島町 野中町 前橋大島駅", 30, 60),
    _line("nagai-05", "東大室線", "駅 朝日町 西片貝町 女屋町 笂井町 二之宮町 今井町 東大室", 30, 60),
    _line("nagai-06", "新町玉村線", "駅 けやきウォーク前橋 朝倉町 亀里町 鶴光路町 玉村町役場 新町駅",
          20, 40),
    _line("nagai-07", "芳賀線", "駅 中央前橋駅 若宮町 三俣町 前橋高校前 上沖町 五代町 芳賀", 30, 60),
    _line("mybus_west", "マイバス西循環", "駅 石倉町 元総社町 新前橋駅 箱田町 上新田町 六供町 駅", 30, 45,
          flat=100),
    _line("mybus_east", "マイバス東循環", "駅 朝日町 天川大島町 西片貝町 三俣町 若宮町 中央前橋駅 駅", 30, 45,
          flat=100),
    _line("gunmabus-01", "前橋高崎線", "駅 本町 県庁前 石倉町 新前橋駅 箱田町 井野駅 高崎問屋町駅 高崎駅",
          20, 40),
    _line("gunmabus-02", "前橋箕郷線", "駅 本町 県庁前 石倉町 元総社町 総社町 棟高 箕郷", 30, 60),
    _line("gunmabus-03", "新前橋棟高線", "新前橋駅 古市町 元総社町 群馬総社駅 高井町 棟高", 30, 60),
    _line("gunmabus-04", "八木原線", "群馬総社駅 高井町 青梨子 清里 漆原 八木原駅 渋川駅", 40, 80),
    _line("gunmachuo-01", "前橋伊勢崎線", "駅 朝日町 天川大島町 野中町 前橋大島駅 小屋原町 駒形駅 伊勢崎駅",
          20, 40),
    _line("gunmachuo-02", "前橋玉村線", "駅 けやきウォーク前橋 朝倉町 山王町 東善町 玉村町役場", 30, 60),
    _line("gunmachuo-03", "駒形線", "県庁前 本町 駅 朝日町 天川大島町 野中町 小屋原町 駒形駅", 20, 40),
    _line("gunmachuo-04", "中心街循環", "駅 本町 中央前橋駅 日吉町 住吉町 県庁前 市役所前 本町 駅", 20, 30),
    _line("joshin-01", "高崎前橋線", "駅 六供町 上新田町 江田町 井野駅 高崎問屋町駅 高崎駅", 20, 40),
    _line("joshin-02", "新前橋高崎線", "新前橋駅 箱田町 井野駅 高崎問屋町駅 高崎駅", 30, 60),
    _line("joshin-03", "粕川線", "大胡駅 堀越町 鼻毛石 粕川", 40, 80),
]
