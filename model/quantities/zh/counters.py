"""What Chinese counts with, and what looks like counting and is not."""

from __future__ import annotations

__all__ = ["COUNTERS", "LABELS", "LOOSE_COUNTERS"]

# Measure words that make even a single Chinese digit a count: 三艘, 两名.
COUNTERS: frozenset[str] = frozenset(
    """
    个 名 位 人 家 座 艘 架 辆 台 枚 项 条 种 次 件 起 例 所 套 支 张 份 批 轮 场 颗 只 户 笔 款 类 处 栋
    棵 株 对 组 间 幢 宗 篇 首 幅 粒 列 匹 峰 羽 块 根 枝 挺 副 双 门 艇 份子 人次 架次 艘次 辆次 车次 班次
    列次 家次 户次 剂次 场次 批次 件次 台次 台套 剂 针 盒 箱 袋 瓶 罐 包 床 盏 杯 席 票 头 尾 口 发 具 部
    股 封 通 趟 圈 顿 顶 则 期 名次 人份 篇次 站次 航次
    """.split()
)

# Nouns and ambiguous words that count only after Arabic digits or a numeral of several characters:
# 27国, 三十多个省; but not 四方, 三国, 五点.
LOOSE_COUNTERS: frozenset[str] = frozenset(
    """
    国 省 市 县 区 镇 乡 村 州 城 校 店 站 港 厂 矿 井 步 层 道 把 节 片 集 卷 本 册 页 字 班 排 营 团 旅 连
    单 球 面 段 梯次 死 伤 亡 桌 卡 环 组团 员 机 舰 船 车 店次 行 篮 分 点 院 社 队 企 桩 孔 柜 吊 匝 刀 目
    众 农户 民众 户家庭 企业 倍于 航班 国集团 员工 职工
    """.split()
)

# After these the number is a name, a date or a place in a series.
LABELS: frozenset[str] = frozenset(
    """
    月 月份 日 号 时 点 点钟 届 级 代 线 路 楼 室 房 弄 栋楼 年代 年级 年度计划 世纪 季度 季 国集团
    号线 号楼 次列车 热线 平台 国道 省道 高速 航班号 版 版本 款型 型 式 系 系列 条例 角 分 大 度 章 回 世
    里 方 维 缸 轴 核 速 线城市 孩 胎 孩政策 农 产 军 防 保 险 纲 权 观 会 中全会 届全会 位数 位数字 元化
    次元 分球 人制 人赛 月龄 项全能 项规定 号文件 号公告 号令 号文 号决议 月号 元素 分之
    """.split()
)
