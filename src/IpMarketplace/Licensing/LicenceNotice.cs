using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpMarketplace.Licensing;

/// <summary>The written notice to the patentee (OL-50, OL-51): generated from the declaration, never changed, and provable by its hash.</summary>
/// <param name="Text">The notice in Chinese, as the patentee received it.</param>
/// <param name="Sha256">The SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.</param>
public sealed record LicenceNotice(string Text, string Sha256)
{
    /// <summary>Writes the notice.</summary>
    public static LicenceNotice Write(string number, Licensee licensee, string patentee, LicenceTerms terms, DateTimeOffset sentAt)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            专利开放许可实施通知书
            编号:{number}
            致专利权人:{patentee}
            被许可人:{licensee.Name}
            统一社会信用代码:{licensee.CreditCode ?? "(自然人,身份信息由平台核验)"}
            专利号:{terms.PatentNumber}
            开放许可声明公告日:{terms.AnnouncedOn:yyyy年M月d日}(专利公报 {terms.GazetteNumber})
            许可方式:普通许可,不得再许可他人实施
            许可地域:中华人民共和国境内
            许可期限:{terms.StartsOn:yyyy年M月d日}至{terms.EndsOn:yyyy年M月d日}
            许可使用费:{terms.Fee.InChinese()}
            其他事项:{(terms.OtherMatters.Length > 0 ? terms.OtherMatters : "无")}
            被许可人依照《中华人民共和国专利法》第五十一条第一款,以书面方式通知专利权人实施上述专利,并依照公告的许可使用费支付方式、标准支付许可使用费。
            通知时间:{sentAt.ToOffset(Kernel.Time.ChinaTime.Offset):yyyy年M月d日 HH:mm:ss}(北京时间)
            """);
        text = text.ReplaceLineEndings("\n");
        return new LicenceNotice(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
