"""Names of institutions that are made of ordinary words, as their neighbours translate them.

The Data Assurance Office is 数据保证室, データ保証室 and 데이터보증실. A name with a proper name in
it, or with a word that the table does not hold, is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

_MOST = 24  # forms of one name in one language
_WORDS = """
data 数据 資料|データ|데이터 자료
assurance 保证 保障|保証|보증
network 网络|ネットワーク 網|네트워크
safety 安全 平安|安全|안전
security 安全 安保|安全保障 安保 安全|안보 안전 보안
trust 信任 信赖 信用|信頼 トラスト|신뢰
digital 数字|デジタル|디지털
platform 平台|プラットフォーム|플랫폼
oversight 监督 监管|監督|감독
supervision 监督 监管|監督|감독
health 卫生 健康|保健 衛生 健康|보건 건강
crisis 危机|危機|위기
crises 危机|危機|위기
medical 医疗 医药|医療 医薬|의료 의약
stocks 储备 库存|備蓄|비축
stockpiles 储备|備蓄|비축
vaccine 疫苗|ワクチン|백신
readiness 准备 防备 应对 应急|準備 対応 即応|대비 준비 대응
preparedness 准备 防备 应对|準備 対応|대비
epidemic 疫情 流行病|疫病 感染症 流行病|감염병 전염병 유행병
outbreak 疫情 暴发|流行 感染症|감염병 발병
disease 疾病|疾病|질병
infectious 传染病 感染病 感染|感染症|감염병
emergency 应急 紧急|緊急 危機|긴급 응급 비상
medicines 药品 医药|医薬品 薬品|의약품
drugs 药品|医薬品|의약품
services 服务|サービス|서비스
service 服务|サービス|서비스
trusted 可信 信任|信頼|신뢰
open 开放|オープン 公開|오픈 열린 개방
code 代码|コード|코드
cable 海缆 电缆 光缆|ケーブル 海底線|케이블
cables 海缆 电缆 光缆|ケーブル|케이블
protection 保护|保護|보호
policy 政策|政策|정책
technology 技术 科技|技術|기술
science 科学|科学|과학
public 公共|公共|공공
international 国际|国際|국제
global 全球 国际|世界 国際 グローバル|국제 세계 글로벌
affairs 事务|問題 事務|문제 사무
maritime 海事 海洋|海事 海洋|해사 해양
marine 海洋|海洋|해양
ocean 海洋|海洋|해양
port 港口 港务|港湾|항만
ports 港口 港务|港湾|항만
harbour 港口 港务|港湾|항만
river 河流 河川 河|河川 河|하천 강
rivers 河流 河川|河川|하천
water 水务 水资源 水|水資源 水|물 수자원
food 食品 粮食|食品 食料|식품 식량
energy 能源|エネルギー|에너지
climate 气候|気候|기후
environment 环境|環境|환경
environmental 环境|環境|환경
trade 贸易|貿易 通商|무역 통상
economic 经济|経済|경제
finance 金融 财政|金融 財政|금융 재정
financial 金融|金融|금융
development 发展 开发|開発|개발 발전
research 研究|研究|연구
information 信息 情报|情報|정보
communications 通信 通讯|通信|통신
transport 运输 交通|運輸 交通|운송 교통
aviation 航空|航空|항공
fisheries 渔业 水产|漁業 水産|어업 수산
agriculture 农业|農業|농업
labour 劳动|労働|노동
population 人口|人口|인구
ageing 老龄 老龄化|高齢化 高齢|고령화 고령
disaster 灾害 防灾|災害 防災|재해 재난 방재
relief 救援 救灾|救援 救助|구호
statistics 统计|統計|통계
standards 标准|標準 規格|표준
quality 质量 品质|品質|품질
inspection 检查 检验|検査|검사
quarantine 检疫|検疫|검역
customs 海关|税関|관세 세관
border 边境 国境|国境|국경
nuclear 核 核能 原子能|原子力 核|원자력 핵
space 航天 太空 空间|宇宙|우주
cyber 网络|サイバー|사이버
ai 人工智能|人工知能 AI|인공지능 AI
governance 治理|ガバナンス 統治|거버넌스
connectivity 互联互通 联通|連結性 接続|연결성
regional 区域 地区|地域|지역
peace 和平|平和|평화
strategic 战略|戦略|전략
strategy 战略|戦略|전략
cultural 文化|文化|문화
culture 文化|文化|문화
education 教育|教育|교육
youth 青年|青年|청년
urban 城市|都市|도시
forest 森林 林业|森林|산림
island 岛屿 海岛|島嶼 離島|도서
islands 岛屿 海岛|島嶼 離島|도서
coastal 沿海 海岸|沿岸 海岸|연안 해안
coordination 协调|調整|조정
cooperation 合作|協力|협력
planning 规划 计划|企画 計画|기획 계획
management 管理|管理|관리
monitoring 监测 监控|監視 観測|감시 관측
residue 残留|残留|잔류
import 进口|輸入|수입
export 出口|輸出|수출
supply 供应 供给|供給|공급
chain 链|網|망
logistics 物流|物流|물류
tourism 旅游|観光|관광
weather 气象|気象|기상
legal 法律 法务|法務 法律|법무 법률
consumer 消费者|消費者|소비자
industrial 产业 工业|産業|산업
industry 产业 工业|産業|산업
foreign 外交 对外|外交 外務|외교 대외
defence 国防 防务|防衛|국방
exchange 交流|交流|교류
liaison 联络|連絡|연락
joint 联合 共同|共同 合同|공동 합동
rescue 救助 救援|救難 救助|구조
reactor 反应堆 核反应堆|原子炉|원자로
licensing 许可 执照|許認可 許可|인허가 허가
material 材料 物质|物質 物資|물질
materials 材料 物质|物質 物資|물질
light 灯 光|ライト 灯|등불 라이트
harbor 港口 港湾 港|港湾 ハーバー|항만 하버
gate 门|ゲート 門|관문 게이트
green 绿 绿色|緑 グリーン|녹색 그린
eurasian 欧亚|ユーラシア|유라시아
students 学生 留学生|学生 留学生|학생 유학생
inland 内河 内陆|内水面 内陸|내수면 내륙
fishers 渔民|漁民 漁業者|어민
lowland 低地|低地|저지대
upstream 上游|上流|상류
basin 流域|流域|유역
flood 洪水 防洪 水灾|洪水 水害|홍수
control 控制 防治 调节|管理 制御 防止|통제 조절 방지
dam 大坝 水坝|ダム|댐
dust 沙尘 粉尘|黄砂 粉塵|먼지
sand 沙 沙尘|砂 砂塵|모래 사막
fine 细 微|微小|미세
air 空气 大气|大気|대기
clean 清洁|クリーン 清浄|청정 맑은
smoke 烟 烟雾|煙|연기
haze 雾霾 烟霾|煙霧 ヘイズ|연무
wildfire 野火 山火 林火|山火事 森林火災|산불
response 应对 响应|対応|대응
incident 事件 事故|事案 事故|사건 사고
straits 海峡|海峡|해협
strait 海峡|海峡|해협
sea 海 海洋|海 海洋|바다 해양
warning 预警 警报|警報|경보
delta 三角洲|デルタ|삼각주 델타
northern 北方|北方|북방
pasture 草原 牧场|牧草地 草原|초원
quota 配额|割当|쿼터
seed 种子|種子 種苗|종자
heritage 遗产|遺産|유산
housing 住房 住宅|住宅|주택
migration 移民|移民 移住|이주 이민
refugee 难民|難民|난민
language 语言|言語|언어
railway 铁路|鉄道|철도
bridge 桥|橋|교량 다리
shipping 航运 船舶|海運 船舶|해운 선박
commission 委员会|委員会|위원회
cross-border 跨境 越境|越境 クロスボーダー|국경간 초국경
circulation 流通|流通|유통
negotiations 谈判|交渉|협상
rights 权利 权益|権利|권리
commerce 商务 商业|商務 商業|상무 상업
economy 经济|経済|경제
law 法 法律|法 法律|법
market 市场|市場|시장
markets 市场|市場|시장
legislative 立法|立法|입법
agricultural 农业|農業|농업
veterinary 兽医|獣医|수의
heritage 遗产 文化遗产|遺産 文化遺産|유산 문화유산
repair 修缮 修复|修理 修復|수리
houses 民居 房屋|民家 家屋|가옥 민가
old 古 旧|古 旧|옛 고
ancient 古|古|고
city 城市 古城|都市|도시
stars 星|星|별
peripheral 周边|周辺|주변
waters 海域 水域|海域 水域|해역 수역
planning 规划 计划 企划|企画 計画|기획 계획
citizens 市民|市民|시민
village 村 乡村|村|마을
farmers 农民|農民|농민
seabed 海底|海底|해저
facilities 设施|施設|시설
infrastructure 基础设施|インフラ 基盤|인프라 기반시설
resources 资源|資源|자원
resource 资源|資源|자원
fishery 渔业 水产|漁業 水産|어업 수산
reserves 储备|備蓄|비축
operations 运营 运行 作业|運営 運用|운영 운용
pacific 太平洋|太平洋|태평양
routes 航线 航路|航路|항로
route 航线 航路|航路|항로
lane 航道 航路|航路|항로
lanes 航道 航路|航路|항로
alert 警报 预警|警報|경보
alerts 警报 预警|警報|경보
red 红 赤|赤 紅|붉은 홍
white 白|白|흰 백
black 黑|黒|검은 흑
silver 银|銀|은
golden 金|金|황금
coral 珊瑚|珊瑚|산호
reef 礁 珊瑚礁|礁|암초
stone 石|石|돌
isle 岛|島|섬
star 星|星|별
moon 月|月|달
galaxy 银河|銀河|미리내 은하
dawn 黎明 曙光|暁 夜明け|새벽
cloud 云|雲|구름
sky 天空 蓝天|空|하늘
pine 松树 松|松|소나무 솔
peony 牡丹|牡丹|모란
rainbow 彩虹|虹|무지개
lighthouse 灯塔|灯台|등대
seagull 海鸥|鴎|갈매기
wave 波浪|波|파도 물결
willow 柳树 柳|柳|버들
registry 登记 船舶登记|登録 船籍登録|등록 선적등록
ships 船舶|船舶|선박
national 国家 国立|国家 国立|국가 국립
grain 粮食 谷物|穀物|곡물
reserve 储备|備蓄|비축
aquatic 水产 水生|水産 水生|수산 수생
traceability 追溯 溯源|トレーサビリティ 追跡|이력 이력추적
seafarers 海员 船员|船員|선원
seafarer 海员 船员|船員|선원
landlocked 内陆国 内陆|内陸国 内陸|내륙국 내륙
dialogue 对话|対話|대화
conversation 对话 会话|対話|대화
aid 援助|援助 支援 扶助|지원 원조 구조
offshore 近海 离岸 海上|近海 沖合|근해 해상 연안
registration 登记 注册|登録|등록
amber 琥珀|琥珀|호박
coast 海岸|海岸|해안
tidal 潮汐|潮汐|조석
care 护理 照护|介護 ケア|돌봄 요양
nursing 护理|看護|간호
employment 就业|雇用|고용
overseas 海外|海外|해외
arctic 北极|北極|북극
polar 极地|極地|극지
steppe 草原|草原 ステップ|초원 스텝
desert 沙漠|砂漠|사막
mountain 山地 山岳|山岳|산악
lake 湖泊 湖|湖|호수
bay 湾|湾|만
northern 北方 北部|北方 北部|북방 북부
southern 南方 南部|南方 南部|남방 남부
eastern 东方 东部|東方 東部|동방 동부
western 西方 西部|西方 西部|서방 서부
central 中央|中央|중앙
prints 版画|版画|판화
arts 艺术|芸術|예술
art 艺术|芸術 美術|예술 미술
women 妇女 女性|女性|여성
children 儿童|児童 子ども|아동 어린이
veterans 退伍军人|退役軍人|참전용사 재향군인
patents 专利|特許|특허
statistics 统计|統計|통계
competition 竞争|競争|경쟁
investment 投资|投資|투자
insurance 保险|保険|보험
mineral 矿产 矿物|鉱物|광물
minerals 矿产 矿物|鉱物|광물
lending 借贷 融资|融資|대출
shade 绿荫 遮阳|日陰 日よけ|그늘
parks 公园|公園|공원
park 公园|公園|공원
mobility 出行 流动|モビリティ 移動|모빌리티 이동
skills 技能|技能|기능
works 工程 建设|建設 事業|사업 건설
tuna 金枪鱼|マグロ|참치 다랑어
crew 船员|船員 乗組員|선원
volunteers 志愿者|ボランティア|자원봉사 자원봉사자
sunlight 阳光|陽光|햇살
flower 花|花|꽃
workers 劳动者 工人|労働者|노동자
"""
_KIND_WORDS = """
bureau 局|局 庁|국 청
corps 团|団|단
office 办公室 室 局 办公厅 处|室 局 事務所 庁 オフィス|실 국 사무소 사무국 청
secretariat 秘书处 事务局|事務局|사무국
agency 署 局 机构 厅|庁 局 機構|청 국 기구
department 司 部 局 厅|局 部 課|국 부 과
directorate 司 局 总局|局 総局|국 총국
division 处 科 课|課 室|과 실
foundation 基金会 财团|財団 基金|재단 기금
ministry 部|省|부
authority 局 管理局 署|庁 局 機関|청 국 공사
institute 研究所 研究院|研究所|연구소 연구원
centre 中心 研究中心|センター|센터
center 中心 研究中心|センター|센터
council 理事会 委员会 协议会|評議会 協議会 会議|협의회 평의회 이사회
commission 委员会|委員会|위원회
committee 委员会|委員会|위원회
administration 局 总局 管理局|庁 局 管理局|청 국 관리국 관리청
forum 论坛|フォーラム|포럼
association 协会|協会|협회
academy 学院 科学院|アカデミー|아카데미
society 学会 协会|学会 協会|학회
board 委员会 理事会 局|委員会 庁|위원회 청
alliance 联盟|連盟 同盟|연맹 연합
unit 组 室 处|室 班|실 반
union 工会 联合会 联盟|組合 連合|연합 조합 연합회
desk 处 台 组|デスク 室 班|데스크 반
branch 处 局 分部|局 支局|국 지부
service 局 署 服务局|局 庁|국 청
observatory 观测所 天文台 观测站|観測所|관측소
inspectorate 监察局 检查局|監督局 検査局|감독국 검사국
laboratory 实验室|研究所 実験所|연구소 실험실
trust 信托 基金会 基金|財団 トラスト|재단 신탁 트러스트
network 网络 联盟|ネットワーク|네트워크
networks 网络 网络公司|ネットワークス|네트웍스 네트워크
registry 登记处 登记局 登记所|登録局 登録所 登記所|등록소 등록사무소 등록국
mission 代表处 使团 代表团|代表部 ミッション|대표부
guild 协会 行会 会|ギルド 組合 会|길드 조합
mutual 互助会 互保会 互助保险|相互組合 相互保険|공제조합 상호보험
repository 典藏馆 资料馆|資料館 保管庫|자료관 보관소
bank 银行|銀行|은행
institution 机构 研究所|機関 研究所|기관
museum 博物馆|博物館|박물관
hospital 医院|病院|병원
company 公司|会社|회사
university 大学|大学|대학 대학교
college 学院 大学|大学 カレッジ|대학
school 学院 学校|学院 学校 スクール|학교 대학원
daily 日报|日報|일보
weekly 周刊|週刊|주간
group 集团 小组|グループ|그룹
cooperative 合作社 协同组合|協同組合|협동조합
federation 联合会 联盟|連合会 連盟|연맹 연합회
shipbuilding 造船|造船|조선
seafood 水产|水産|수산
shipping 航运 海运|海運|해운
newspaper 报|新聞|신문
"""
_Options = tuple[tuple[str, ...], ...]


def _read(table: str) -> dict[str, _Options]:
    found: dict[str, _Options] = {}
    for line in table.strip().splitlines():
        word, _, rest = line.partition(" ")
        found[word] = tuple(tuple(part.split()) for part in rest.split("|"))
    return found


MATTER, KINDS = _read(_WORDS), _read(_KIND_WORDS)
_SMALL = frozenset({"of", "for", "on", "the", "and"})


def translated(folded: str) -> Iterator[str]:
    """Yield an English name of ordinary words in Chinese, Japanese and Korean, not folded."""
    words = [w for w in folded.split() if w not in _SMALL]
    if not 1 < len(words) < 6 or not folded.isascii():
        return
    kind, matter = (words[0], words[1:]) if words[0] in KINDS else (words[-1], words[:-1])
    if "infectious" in matter and "disease" in matter:
        matter = [w for w in matter if w != "disease"]
    if kind not in KINDS or any(w not in MATTER for w in matter):
        return
    for language in range(3):
        parts = [MATTER[w][language] for w in matter] + [KINDS[kind][language]]
        for chosen in islice(product(*parts), _MOST):
            yield "".join(chosen)
            if language == 2:
                yield f"{' '.join(chosen[:-1])}{chosen[-1]}"
                yield " ".join(chosen)
