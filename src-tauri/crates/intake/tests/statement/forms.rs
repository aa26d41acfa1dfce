//! In which form a file is, by what stands in it.

use holdfast_domain::StatementFormat::{self, Camt, Csv, Mt940, Ofx, Qif};

use crate::{problems, read};

#[test]
fn the_form_shows_in_the_text() {
    let cases: [(&str, Option<StatementFormat>); 18] = [
        ("OFXHEADER:100\nDATA:OFXSGML\n\n<OFX>", Some(Ofx)),
        ("\n\nOFXHEADER:100DATA:OFXSGML <OFX>", Some(Ofx)),
        ("DATA:OFXSGML\nENCODING:UTF-8\n<OFX>", Some(Ofx)),
        ("<OFX><STMTRS></STMTRS></OFX>", Some(Ofx)),
        ("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX></OFX>", Some(Ofx)),
        (
            "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">",
            Some(Camt),
        ),
        ("<a:Document><a:BkToCstmrStmt/></a:Document>", Some(Camt)),
        ("!Type:Bank\n", Some(Qif)),
        ("!Account\nNCash\n^\n", Some(Qif)),
        ("\n!option:autoswitch\n", Some(Qif)),
        (":20:START\n:25:1/2\n", Some(Mt940)),
        ("{1:F01X}{4:\n:20:START\n:25:1/2\n", Some(Mt940)),
        ("TIDEXX22\n940\nTIDEXX22\n:20:START\n:25:1/2\n", Some(Mt940)),
        ("Date;Amount\n2026-01-02;5\n", Some(Csv)),
        ("<?xml version=\"1.0\"?><invoice/>", None),
        ("{\"transactions\": []}", None),
        ("[1, 2]", None),
        ("<p>Hello</p>", None),
    ];
    for (text, form) in cases {
        assert_eq!(read(text).format, form, "{text}");
    }
}

#[test]
fn what_is_no_form_is_said_with_its_beginning() {
    let cases = [
        (
            "\n<?xml version=\"1.0\"?><invoice/>",
            "!2 unknown_form <?xml version=\"1.0\"?><invoice/>",
        ),
        ("<!DOCTYPE html><html>", "!1 unknown_form HTML"),
        ("<html>", "!1 unknown_form HTML"),
    ];
    for (text, expected) in cases {
        assert_eq!(problems(&read(text)), [expected]);
    }
}
