namespace IpMarketplace.Catalogue.Text;

/// <summary>
/// Traditional to simplified characters. The table built in covers the most frequent of them in technical texts; the vocabulary import
/// brings the full one.
/// </summary>
public static class TraditionalCharacters
{
    /// <summary>Pairs, traditional first.</summary>
    private const string Pairs =
        "標标籤签讀读統统與与國国發发電电機机體体學学會会為为這这個个們们來来時时動动對对開开無无長长門门問问間间關关東东車车軟软輪轮轉转載载輸输輕轻較较軸轴輔辅輻辐轄辖轟轰連连進进運运過过達达還还邊边遠远遲迟選选遞递適适遺遗邏逻" +
        "醫医釀酿釋释鐵铁銅铜鋁铝鋼钢鋅锌錫锡鎳镍鈦钛鋰锂鈉钠鉀钾鈣钙鎂镁錳锰鉻铬鉛铅銀银錄录鎢钨鉬钼鈷钴鉑铂鈀钯鋯锆鈮铌鉭钽鑭镧鈰铈釹钕鐠镨鈾铀釷钍鍺锗銦铟鎵镓鉍铋銻锑針针釘钉鈑钣鈍钝鈕钮銑铣銷销鋒锋鋪铺鋸锯錘锤錯错鍋锅鍍镀鍵键" +
        "鎖锁鏈链鏡镜鑄铸鑽钻鑲镶鍛锻鍊炼鏟铲網网線线絲丝紙纸級级紅红約约納纳純纯紡纺織织細细終终組组結结給给絡络絕绝經经維维綜综綠绿緊紧緩缓編编緣缘縮缩總总績绩繞绕繪绘繩绳續续纖纤纏缠綁绑紋纹紗纱綱纲緯纬縫缝縱纵計计訂订訊讯記记" +
        "設设許许訴诉診诊評评詞词試试話话該该詳详認认語语誤误說说課课調调談谈請请論论證证識识譜谱議议護护讓让變变譯译訓训託托註注誌志諧谐貝贝負负財财貢贡貨货質质貯贮貴贵買买費费貼贴資资賣卖賴赖贈赠購购賽赛贊赞軌轨飛飞風风驅驱馬马" +
        "駛驶駕驾驗验騎骑驟骤髒脏魚鱼鮮鲜鳥鸟鹽盐鹼碱麗丽麥麦麵面黃黄點点黨党齊齐齒齿龍龙龜龟頁页頂顶項项順顺須须預预領领頭头頻频題题額额顏颜願愿類类顯显顆颗飯饭飲饮飼饲飽饱養养餘余餵喂館馆產产業业專专實实現现應应場场勢势參参雙双" +
        "區区協协單单卻却廠厂歷历壓压厭厌縣县員员園园圓圆圍围圖图團团執执報报墊垫壞坏塊块壩坝壘垒聲声處处備备複复夾夹奪夺奮奋婦妇孫孙寧宁寶宝審审寫写寬宽層层屬属島岛峽峡嶺岭幣币師师帶带帳帐幫帮幹干庫库廣广廢废張张強强彈弹彎弯後后" +
        "徑径從从復复徹彻態态懸悬戲戏戰战擴扩掃扫揚扬換换損损搖摇搶抢撐撑撥拨擇择擊击擋挡據据擠挤擬拟擺摆攝摄攪搅攔拦敵敌數数斷断於于舊旧晝昼曆历暫暂曬晒條条極极構构槍枪樁桩樂乐樓楼樣样樞枢樹树橋桥檔档檢检檯台櫃柜欄栏權权歐欧殘残" +
        "殺杀殼壳氣气氫氢氬氩決决沒没況况測测湯汤準准溝沟溫温滅灭滲渗滾滚滿满漁渔漲涨漸渐潔洁潤润澆浇濕湿濃浓濟济濾滤瀝沥灣湾燈灯燒烧燙烫熱热煙烟煉炼爐炉爭争牆墙狀状獨独獲获環环瑪玛畫画異异療疗瘡疮癢痒癥症盜盗盡尽監监盤盘礦矿礎础" +
        "碼码確确磚砖礙碍種种稱称積积穩稳穀谷竊窃競竞筆笔筍笋節节範范築筑簡简簽签籃篮粵粤糞粪糧粮緻致罰罚羅罗習习聯联職职聽听肅肃腎肾腫肿腦脑腸肠膚肤膠胶膽胆臉脸臟脏臨临舉举艙舱艦舰藝艺蘇苏藥药葉叶蓋盖薑姜蘆芦蘭兰號号蟲虫蝕蚀衛卫" +
        "衝冲術术裝装裡里補补製制褲裤襯衬襲袭見见規规視视覺觉覽览觀观觸触訝讶豐丰貓猫趕赶趨趋跡迹躍跃軍军農农鄉乡鄭郑鄰邻釐厘閃闪閉闭閥阀閱阅闊阔闆板陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隻只雖虽雜杂離离難难雲云霧雾靈灵靜静" +
        "響响頸颈韌韧麼么兒儿內内兩两凍冻淨净劃划則则剛刚創创劑剂劍剑勞劳勝胜務务勵励勻匀匯汇億亿傷伤傳传債债僅仅偵侦側侧價价儀仪優优儲储衆众眾众喪丧嚴严嗎吗啟启囑嘱彙汇徵征愛爱憂忧慮虑慣惯憑凭懷怀戶户拋抛採采捨舍揮挥撿捡搗捣擁拥" +
        "擔担攤摊敗败昇升朮术楊杨榮荣槳桨欖榄歲岁歸归毀毁汙污滯滞濁浊濺溅瀉泻災灾烏乌煩烦瑣琐瓊琼甕瓮當当疊叠瘋疯皺皱盃杯硯砚禮礼禦御稜棱窩窝窯窑竄窜糾纠繼继罷罢聖圣聰聪膩腻舖铺莖茎華华萬万蔥葱蔭荫蝦虾蠟蜡蠶蚕蠻蛮誘诱誰谁諾诺謝谢" +
        "譽誉贏赢躉趸輯辑轎轿辦办辭辞遙遥鄧邓醬酱鉤钩銳锐鋤锄錐锥錠锭鍾钟鐘钟鎮镇鏽锈鑰钥閘闸闡阐雞鸡頒颁顧顾驚惊鬆松鬚须鬥斗鴨鸭鵝鹅鹹咸黴霉";

    /// <summary>The table built in: a traditional character and its simplified form.</summary>
    public static IReadOnlyList<(char Traditional, char Simplified)> BuiltIn { get; } =
        [.. Pairs.Chunk(2).Select(pair => (pair[0], pair[1]))];

    /// <summary>
    /// Reads a table of lines <c>traditional TAB simplified [alternatives]</c>, the first form counting. Lines that start with <c>#</c>, and pairs
    /// with a character beyond the basic plane, are passed over.
    /// </summary>
    public static IReadOnlyList<(char Traditional, char Simplified)> Parse(IEnumerable<string> lines)
    {
        var pairs = new List<(char, char)>();
        foreach (var line in lines)
        {
            if (line.Length > 2 && line[0] != '#' && line[1] == '\t' && !char.IsSurrogate(line[2]))
            {
                pairs.Add((line[0], line[2]));
            }
        }
        return pairs;
    }
}
