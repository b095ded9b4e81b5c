"""Words that tell talk at a table from what institutions do in the world, in four languages.

Around an institution the first show that its view is told, the others that it is a host, an
addressee, a publisher, a place or the matter. Not folded.
"""

from __future__ import annotations

from collections.abc import Iterator

_VERBS = """
argue suggest propose object insist disagree agree concede admit retort reply wonder worry doubt
suspect fear hope prefer refuse reject accept oppose favour favor resist protest complain
grumble mutter murmur scoff sneer snort sigh shrug frown smile laugh chuckle bristle wince balk
baulk bridle budge stall waver soften harden relent yield persuade convince placate appease
mollify reassure coax outvote overrule isolate bracket unbracket veto abstain pitch champion
dismiss deride ridicule mock praise criticise criticize contradict correct interrupt warn
caution remind stress emphasise emphasize claim assert contend counter rebut backtrack dodge
duck hedge disapprove applaud regret resent dislike believe think want wish feel mind
"""
_WORDS = """
thought felt said says say told tells spoke speaks nodded dug argued put-down objection
objections reservation reservations misgiving misgivings qualm qualms concern concerns worries
suspicion suspicions stance position positions view views opinion opinions argument arguments
counterargument suggestion suggestions proposal proposals idea ideas remark remarks comment
comments answers question questions intervention interventions insistence refusal refusals
resistance pushback dissent amendment amendments phrase phrasing ink instructions holdout
holdouts outlier critic critics sceptic sceptics skeptic skeptics camp thoughts mood tune tone
patience impatience irritation anger silence joke quip jibe barb concession concessions
compromise quarrel row rift gap difference differences disagreement disagreements clash spat
consensus minds preference preferences priority priorities scruples instincts logic reasoning
verdict dissenter dissenters unimpressed unconvinced sceptical skeptical wary lukewarm keen
adamant isolated alone opposed reluctant hesitant undecided uneasy unhappy happy furious annoyed
irritated amused silent quiet dissenting unmoved stubborn defiant cornered torn divided
unbending vocal evasive blunt conciliatory defensive aggrieved insistent outspoken noncommittal
noisy subdued hurry sooner
"""
_WORLD = """
host hosts hosted hosting organise organised organize organized convened sponsor sponsors
sponsored fund funds funded funding finance financed grant grants courtesy thanks thanked
gratitude hospitality venue hall halls room rooms floor desk campus building buildings library
terrace roof canteen garden museum archive archives lunch dinner breakfast coffee tea reception
hotel bus foot station stop street road bridge visit visits visited tour guided trip excursion
publish published publishes publication publications print printed prints issued report reports
reported yearbook bulletin catalogue brochure leaflet manual handbook journal newspaper website
site online download copies statistics register registry database cited cites references
readings send sent addressed addressees forward forwarded submit submitted deliver delivered
recipients writing distribution mail email staff employs employees budget statute statutes act
law laws charter mandate powers power founded established created reform reforms merger merged
membership member members treaty licence license licensed fined sued court owns owned sells sold
sales insures insured builds built makes products product customers vessels ships opened opens
closed moved relocated anniversary photograph photographs photo photos equipment lent lends loan
prize award workshop conference seminar proceedings interpreters translation badge badges forms
minutes headquarters branch premises curriculum students graduates trains patent patents shares
shareholders turnover exports imports film novel exercise score
"""
TALK_EAST = {
    "zh": """
分歧 裂痕 差距 争论 说服 打动 劝 安抚 动摇 让步 妥协 松口 方括号 括号 红笔 主意 手笔 意见 看法
立场 态度 口气 语气 口径 反对 赞成 支持 同意 质疑 担心 担忧 顾虑 疑虑 不满 坚持 咬住 追问 反问
反驳 抛出 甩出 搬出 亮出 冷笑 苦笑 点头 摇头 皱眉 沉默 一言不发 松了一口气 嗅到 授权 保留 弃权
投票 这一票 一票 票投 提议 要求 主张 认为 觉得 嫌 底线 心思 算盘 阻力 压力 抵触 施压 犹豫 为难
勉强 措辞 说法 修改 改掉 改写 删掉 加上去 第一段 第二段 第三段 第四段 第五段 原话 插话 打断
不买账 买账 买帐 软化 强硬 调子 老调 附和 让了 退了一步 退让 撤回 收回 搁置 挂起来 翻案 抬杠
想引用 想等 想推迟 想改 想删 想退出 急于定稿 急于签 急于表决 有意推迟 有意退出 无意推迟 无意退出
在观望 持观望 满口答应 乐见其成 嗤之以鼻 另有打算 打算推迟 打算引用 打算退出 三缄其口 偏爱 吐苦水
倒苦水 兜圈子 绕圈子 和稀泥 较真 服气 不服 吃惊 意外 尴尬 恼火 生气 高兴 失望 满意 放心 同情 无奈
""",
    "ja": """
溝 隔たり 対立 応酬 説き伏せ 説得 なだめ 口説 折れ 譲 遠慮 配慮 抵抗 横槍 肝煎り 一言 発案
持ち込み 持ち帰 顔色 機嫌 本音 腹の内 思惑 反対 賛成 同意 支持 異論 反論 反発 疑問 疑念 懸念
不満 不信 不安 主張 意見 見解 立場 考え 言い分 提案 要求 要望 注文 指摘 突っ込 粘 渋 拒 難色
慎重 消極 積極 前向き 後ろ向き 沈黙 黙 苦笑 うなず 首を縦 首を横 首をひね 括弧 朱 赤字 段落 文言
修正案 対案 たたき台 妥協 歩み寄 保留 棄権 票 納得 驚 困惑 怒 喜 失望 満足 こだわ 固執 迷 揺れ
孤立 浮い 浮き 同調 食い下が かみつ 噛みつ 譲ら 撤回 蒸し返 頑 口をつぐ 口ごも つぶや ため息
様子見 乗り気 及び腰 席を立つ。 肩をすく 顔をしかめ 眉をひそ
""",
    "ko": """
간격 거리감 골이 대립 신경전 설전 설득 달래 구슬 꺾 움직이지 움직였 눈치 한마디 고집 저항 입김
체면 속내 본심 등쌀 반대 찬성 동의 지지 이견 이의 반론 반발 의문 의심 우려 걱정 불만 불신 불안
주장 의견 견해 입장 생각 제안 요구 주문 지적 끼어들 물고 버티 버텼 난색 신중 소극 적극 침묵 입을
고개 괄호 빨간 문구 문장 수정안 대안 초안 절충 타협 양보 물러섰 물러서 굽히 굽혔 보류 기권 표를
납득 놀랐 당황 화를 기뻐 실망 만족 매달 집착 망설 흔들 고립 동조 따졌 따져 쏘아 철회 되풀이 투덜
중얼 한숨 어깨를 눈살 인상을 발끈 심드렁 시큰둥 못마땅 마뜩 떨떠름 탐탁
꺼린 꺼려 꺼렸 
""",
}
WORLD_EAST = {
    "zh": """
设在 位于 楼 会场 会议室 礼堂 校园 图书馆 博物馆 标本室 实验室 食堂 步行 车站 公里 参观 访问
考察 汇总 统计 公布 发布 发表 出版 刊登 刊载 印制 印刷 印了 目录 年鉴 学报 报告 论文 研究表明
网站 资料 手册 小册子 名单 寄 送 转交 抄送 提交 递交 书面 索取 保管 承办 主办 协办 举办 召开
举行 合办 承担 资助 赞助 出资 经费 预算 旅费 职权 职责 职能 权力 法律 条例 章程 规则 规定 成立
设立 创办 创立 成员 编制 员工 雇 养殖 生产 销售 出口 产品 收购 合并 改革 罚 起诉 法院 许可 自1
自2 每年 每小时 每天 由 建议三 对象 部门 感谢 谢意 致谢 提供 借 捐 展出 照片 图片 电影 小说 练习
学生 毕业 教材 考试 招生 前途 前景 未来 人手 议会 每月 能否 是否有权 附属 分部 总部 晚宴 午餐
茶歇 班车 酒店 接待 参考
""",
    "ja": """
置く 置か 位置 会場 会議室 講堂 校舎 図書館 博物館 標本室 食堂 歩いて 徒歩 駅 見学 訪問 視察
作業場 集計 統計 公表 発表 刊行 発行 出版 掲載 印刷 刷る カタログ 年鑑 紀要 報告書 論文 サイト
資料 冊子 名簿 送付 送る 提出 あて 宛 書面 へ。 保管 主催 共催 後援 開催 開か 開く 協力を得 厚意
好意 助成 負担 旅費 予算 権限 職務 任務 機能 法律 条例 規則 設置法 設立 創設 委員 職員 社員 雇
育て 養殖 生産 製造 販売 輸出 製品 買収 合併 改革 罰金 訴 裁判 許可 年から 毎年 毎朝 毎日 ごとに
対象 担当部局 謝意 感謝 提供 貸 借り 寄付 展示 写真 映画 小説 演習 学生 卒業 教材 略 正式名
与える 委ねる 登録簿 通訳 船を 手配 晩餐 昼食 茶菓 送迎 ホテル 一階 二階 三階 中止
""",
    "ko": """
층 회의장 회의실 강당 교정 도서관 박물관 표본실 식당 걸어서 역까지 견학 방문 시찰 집계 통계 공표
공개 발표 발간 펴내 펴낸 출판 게재 인쇄 목록 연보 보고서 논문 누리집 자료 책자 명단 송부 보내
제출 전달 서면 보관 주최 공동 후원 개최 열린다 열릴 열렸 협조 지원 부담 여비 예산 권한 직무 임무
기능 법률 법이 조례 규칙 규정 설립 창설 임기 정원 직원 사원 고용 기른 양식 생산 제조 가공 판매
수출 제품 인수 합병 개혁 벌금 소송 법원 허가 년부터 해마다 날마다 시간마다 대상 부처 부서 감사
제공 빌려 빌렸 기증 전시 사진 영화 소설 연습 학생 졸업 교재 약자 매달 매년 의회 국회 보고 앞날
장래 인력 두고 둘러싸 관한 등록부 만찬 오찬 점심 저녁 통역 준다 맡기 운영한다 읽는다 해야 로.
재료 접수처
""",
}


def _inflected(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{stem}ed", f"{stem}ing")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    elif verb[-1] in "gtn" and verb[-2] in "aeiou":
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    elif verb.endswith(("ch", "sh", "ss")):
        yield f"{verb}es"


TALK = frozenset(form for verb in _VERBS.split() for form in _inflected(verb)) | {*_WORDS.split()}
WORLD = frozenset(_WORLD.split())
