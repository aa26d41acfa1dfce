//! OFX of both versions.

use crate::{entries, head, problems, read, read_euros, with};

/// Version 1 as a small bank writes it, with nothing closed that need not be.
const SGML: &str = "\
OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX>
<SIGNONMSGSRSV1><SONRS><FI><ORG>Tidewater Bank<FID>77</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS>
<CURDEF>EUR
<BANKACCTFROM>
<BANKID>5550100
<ACCTID>0042
<ACCTTYPE>CHECKING
</BANKACCTFROM>
<BANKTRANLIST>
<DTSTART>20260301
<DTEND>20260331
<STMTTRN>
<TRNTYPE>DEBIT
<DTPOSTED>20260304
<TRNAMT>-19.90
<FITID>T-1
<CHECKNUM>318
<NAME>Otter Telecom
<MEMO>Line rental
</STMTTRN>
<STMTTRN>
<TRNTYPE>CREDIT
<DTPOSTED>20260309
<TRNAMT>240.00
<FITID>T-2
<NAME>Kettle & Sons
</STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>1.00<DTASOF>00000000</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1>
</OFX>
";

const RENTAL: &str = "2026-03-04 -19.90 EUR | Otter Telecom | Line rental | 318 | T-1";
const REFUND: &str = "2026-03-09 240.00 EUR | Kettle & Sons | Kettle & Sons | - | T-2";

/// Version 2 with the same statement.
fn xml() -> String {
    let body = "<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>Tidewater Bank</ORG></FI></SONRS>\
        </SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>\
        <BANKACCTFROM><BANKID>5550100</BANKID><ACCTID>0042</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE>\
        </BANKACCTFROM><BANKTRANLIST><DTSTART>20260301</DTSTART><DTEND>20260331</DTEND>\n\
        <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260304</DTPOSTED><TRNAMT>-19.90</TRNAMT>\
        <FITID>T-1</FITID><CHECKNUM>318</CHECKNUM><NAME>Otter Telecom</NAME>\
        <MEMO>Line rental</MEMO></STMTTRN>\n\
        <STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260309</DTPOSTED><TRNAMT>240.00</TRNAMT>\
        <FITID>T-2</FITID><NAME>Kettle &amp; Sons</NAME><MEMO/></STMTTRN></BANKTRANLIST>\
        </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
    let head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"202\"?>\n";
    format!("{head}{body}\n")
}

#[test]
fn both_versions_say_the_same() {
    for (version, file) in [("1", SGML.to_owned()), ("2", xml())] {
        let reading = read(file);
        assert_eq!(problems(&reading), Vec::<String>::new(), "version {version}");
        let heads: Vec<String> = reading.statements.iter().map(head).collect();
        let account = "Tidewater Bank | 0042 | CHECKING | EUR | 2026-03-01 | 2026-03-31";
        assert_eq!(heads, [account], "version {version}");
        assert_eq!(entries(&reading), [RENTAL, REFUND], "version {version}");
    }
}

#[test]
fn what_banks_write_otherwise_is_read_all_the_same() {
    let rental = |changed: &str| vec![changed.to_owned(), REFUND.to_owned()];
    let same = || rental(RENTAL);
    let cases: &[(&str, &str, Vec<String>, &str)] = &[
        (
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX>",
            "<OFX>",
            same(),
            "no head",
        ),
        (
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n",
            "OFXHEADER:100DATA:OFXSGMLVERSION:102ENCODING:USASCIICHARSET:1252\n",
            same(),
            "a head on one line",
        ),
        ("OFXHEADER", "\n\nOFXHEADER", same(), "empty lines above the head"),
        ("<MEMO>Line rental\n", "<MEMO>Line rental</MEMO>\n", same(), "some fields are closed"),
        (
            "<MEMO>Line rental\n",
            "<MEMO>Line\n   rental\n",
            same(),
            "a field goes on in the next line",
        ),
        (
            "<NAME>Otter Telecom\n",
            "<NAME>Otter<!-- sic --> Telecom\n",
            same(),
            "a remark within a field",
        ),
        (
            "<NAME>Otter Telecom\n",
            "<PAYEE><NAME>Otter Telecom<ADDR1>1 Weir</PAYEE>\n",
            same(),
            "the payee as an aggregate",
        ),
        (
            "<FITID>T-1\n",
            "<FITID>T-1\n<CATEGORY>\n<VALUEDATE>20260305\n<ACCTBAL>-1\n",
            same(),
            "fields of no standard, one empty",
        ),
        (
            "<FITID>T-1\n",
            "<FITID>T-1\n<EXTRA><NAME>No one<MEMO>Nothing</EXTRA>\n",
            same(),
            "an aggregate of no standard",
        ),
        (
            "<FITID>T-1\n",
            "<FITID>T-1\n<BANKACCTTO><ACCTID>99</BANKACCTTO>\n",
            same(),
            "the payee's account is not the household's",
        ),
        ("<CHECKNUM>318", "<CHKNUM>318", same(), "another name for the cheque's number"),
        ("<STMTTRN>\n<TRNTYPE>DEBIT", "<stmttrn>\n<trntype>Debit", same(), "small letters"),
        (
            "<DTPOSTED>20260304",
            "<DTPOSTED>20260304233000.000[-3:BRT]",
            same(),
            "the day as written, not as it is elsewhere",
        ),
        (
            "<TRNAMT>-19.90",
            "<TRNAMT> -19,90 ",
            same(),
            "a comma in one amount, a point in the other",
        ),
        (
            "<NAME>Otter Telecom\n<MEMO>Line rental\n",
            "<NAME></NAME>\n<MEMO>\n",
            rental("2026-03-04 -19.90 EUR | - | DEBIT | 318 | T-1"),
            "neither payee nor memo",
        ),
        (
            "<MEMO>Line rental\n",
            "<MEMO/>\n",
            rental("2026-03-04 -19.90 EUR | Otter Telecom | Otter Telecom | 318 | T-1"),
            "an empty memo",
        ),
        (
            "<FITID>T-1\n",
            "<FITID></FITID>\n",
            rental("2026-03-04 -19.90 EUR | Otter Telecom | Line rental | 318 | -"),
            "no name of the bank's own",
        ),
        (
            "<TRNAMT>-19.90",
            "<TRNAMT>-1 019.90",
            rental("2026-03-04 -1019.90 EUR | Otter Telecom | Line rental | 318 | T-1"),
            "thousands apart",
        ),
        (
            "<TRNAMT>-19.90",
            "<TRNAMT>-20",
            rental("2026-03-04 -20.00 EUR | Otter Telecom | Line rental | 318 | T-1"),
            "no decimals",
        ),
        (
            "<TRNAMT>-19.90",
            "<TRNAMT>0.00",
            rental("2026-03-04 0.00 EUR | Otter Telecom | Line rental | 318 | T-1"),
            "nothing moved",
        ),
        (
            "<MEMO>Line rental",
            "<MEMO>5 < 6 &lt;b&gt; R&D &#233; &nope;",
            rental("2026-03-04 -19.90 EUR | Otter Telecom | 5 < 6 <b> R&D é &nope; | 318 | T-1"),
            "signs that are no tags, references and what only looks like them",
        ),
        (
            "<MEMO>Line rental",
            "<MEMO>Line rental<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>",
            rental("2026-03-04 -19.90 USD | Otter Telecom | Line rental | 318 | T-1"),
            "a currency of its own",
        ),
        (
            "<MEMO>Line rental",
            "<MEMO>Line rental<ORIGCURRENCY><CURSYM>USD</ORIGCURRENCY>",
            same(),
            "a currency that was changed already",
        ),
    ];
    for (find, put, expected, why) in cases {
        let reading = read(with(SGML, find, put));
        assert_eq!(problems(&reading), Vec::<String>::new(), "{why}");
        assert_eq!(&entries(&reading), expected, "{why}");
    }
}

#[test]
fn what_looks_odd_is_said_and_read() {
    let cases = [
        ("<DTSTART>20260301", "<DTSTART>010326", "17 bad_period 010326"),
        ("<TRNAMT>-19.90", "<TRNAMT>+19.90", "22 sign_against_sort 1"),
        ("<TRNAMT>240.00", "<TRNAMT>-240.00", "31 sign_against_sort 1"),
        (
            "</BANKTRANLIST>",
            "</BANKTRANLIST><BANKTRANLISTP><STMTTRNP><TRNAMT>1</STMTTRNP></BANKTRANLISTP>",
            "35 pending_entries 1",
        ),
        ("</STMTRS>", "</STMTRS><INTRARS><TRNAMT>1</INTRARS>", "37 skipped_entries 1"),
    ];
    for (find, put, expected) in cases {
        let reading = read(with(SGML, find, put));
        assert_eq!(problems(&reading), [expected], "{put}");
        assert_eq!(entries(&reading).len(), 2, "{put}: the transactions are read");
    }
}

#[test]
fn what_cannot_be_read_for_certain_is_an_error_with_its_line_and_gives_nothing() {
    let cases = [
        ("<DTPOSTED>20260304", "<DTPOSTED>20260231", "!21 bad_day 20260231"),
        ("<DTPOSTED>20260304", "<DTPOSTED>00000000", "!21 bad_day 00000000"),
        ("<DTPOSTED>20260304\n", "", "!19 missing_field DTPOSTED"),
        ("<TRNAMT>-19.90\n", "<TRNAMT>\n", "!19 missing_field TRNAMT"),
        ("<TRNAMT>-19.90", "<TRNAMT>-19.905", "!22 bad_amount -19.905"),
        ("<TRNAMT>-19.90", "<TRNAMT>nineteen", "!22 bad_amount nineteen"),
        ("<TRNAMT>-19.90", "<TRNAMT>-99999999999999999", "!22 bad_amount -99999999999999999"),
        ("<TRNAMT>-19.90", "<TRNAMT>-19.90\n<TRNAMT>-20.00", "!23 unexpected_line TRNAMT"),
        ("<CURDEF>EUR", "<CURDEF>EUX", "!10 bad_currency EUX"),
        ("<CURDEF>EUR", "<CURDEF>", "!9 currency_unknown CURDEF"),
        (
            "</STMTTRN>\n<STMTTRN>\n<TRNTYPE>CREDIT",
            "<STMTTRN>\n<TRNTYPE>CREDIT",
            "!27 not_well_formed STMTTRN",
        ),
        ("</STMTTRN>\n</BANKTRANLIST>", "</BANKTRANLIST>", "!28 not_well_formed STMTTRN"),
        ("<STMTTRN>\n<TRNTYPE>CREDIT", "<TRNTYPE>CREDIT", "!33 not_well_formed STMTTRN"),
        ("<OFX>", "<!DOCTYPE OFX>\n<OFX>", "!7 document_type DOCTYPE"),
        ("<MEMO>Line rental", "<MEMO>Line <!ENTITY a> rental", "!26 document_type ENTITY"),
        ("<MEMO>Line rental", "<MEMO>Line <!-- rental", "!26 cut_short <"),
        ("<MEMO>Line rental", "<MEMO>Line</MEMO> rental", "!26 unexpected_line rental"),
    ];
    for (find, put, expected) in cases {
        let reading = read(with(SGML, find, put));
        assert_eq!(problems(&reading).first().map(String::as_str), Some(expected), "{put}");
        assert!(reading.statements.is_empty(), "{put}: nothing is given by halves");
    }
}

#[test]
fn a_file_that_was_cut_short_gives_nothing() {
    let whole = SGML.trim_end().len();
    for end in (SGML.find("<STMTTRN>").expect("it has one")..whole).step_by(3) {
        let reading = read(&SGML[..end]);
        assert!(reading.statements.is_empty(), "cut after {end} of {whole} bytes");
        let last = reading.problems.last().expect("it is said");
        assert!(last.is_error && last.line.is_some(), "cut after {end}: {last:?}");
    }
}

#[test]
fn the_currency_may_be_said_by_the_person() {
    let reading = read_euros(with(SGML, "<CURDEF>EUR", "<CURDEF></CURDEF>"));
    assert_eq!(entries(&reading), [RENTAL, REFUND]);
    assert_eq!(reading.statements[0].currency, None, "the file does not say it");
}

#[test]
fn each_account_is_a_draft_and_one_account_is_one() {
    let second = "<STMTRS><CURDEF>usd<CCACCTFROM><ACCTID>CARD-9</CCACCTFROM><BANKTRANLIST>\
        <STMTTRN><DTPOSTED>20260310<TRNAMT>-5</STMTTRN></BANKTRANLIST></STMTRS>";
    let same = "<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>0042<ACCTTYPE>CHECKING</BANKACCTFROM>\
        <BANKTRANLIST><DTSTART>20260401<DTEND>20260430<STMTTRN><DTPOSTED>20260404<TRNAMT>-19.90\
        <FITID>T-1</STMTTRN></BANKTRANLIST></STMTRS>";
    let reading = read(with(SGML, "</STMTRS>", &format!("</STMTRS>{second}{same}")));
    assert_eq!(problems(&reading), Vec::<String>::new());
    let heads: Vec<String> = reading.statements.iter().map(head).collect();
    let first = "Tidewater Bank | 0042 | CHECKING | EUR | 2026-03-01 | 2026-04-30";
    assert_eq!(heads, [first, "Tidewater Bank | CARD-9 | - | USD | - | -"]);
    assert_eq!(reading.statements[0].entries.len(), 3, "two statements of one account");
}

#[test]
fn equal_transactions_stay_two() {
    let begin = SGML.find("<STMTTRN>").expect("it has one");
    let end = SGML.find("</STMTTRN>").expect("it ends") + "</STMTTRN>\n".len();
    let twice = format!("{}{}{}", &SGML[..end], &SGML[begin..end], &SGML[end..]);
    assert_eq!(entries(&read(twice)), [RENTAL, RENTAL, REFUND]);
}

#[test]
fn a_file_of_transfers_alone_is_no_statement() {
    let file =
        "<OFX>\n<INTRATRNRS>\n<INTRARS><XFERINFO><TRNAMT>5</XFERINFO></INTRARS></INTRATRNRS></OFX>";
    assert_eq!(problems(&read(file)), ["!3 no_statement STMTRS", "3 skipped_entries 1"]);
    assert_eq!(problems(&read("<OFX></OFX>")), ["!- no_statement STMTRS"]);
}

#[test]
fn securities_are_counted_and_the_cash_beside_them_is_read() {
    let file = "<OFX><INVSTMTRS><CURDEF>EUR<INVACCTFROM><BROKERID>Heron Brokers<ACCTID>7</INVACCTFROM>\
        <INVTRANLIST><DTSTART>20260301<DTEND>20260331\n\
        <BUYSTOCK><INVBUY><TOTAL>-9</INVBUY></BUYSTOCK>\n\
        <INVBANKTRAN><STMTTRN><DTPOSTED>20260302<TRNAMT>9.00<NAME>Cash in</STMTTRN></INVBANKTRAN>\
        </INVTRANLIST></INVSTMTRS></OFX>";
    let reading = read(file);
    assert_eq!(problems(&reading), ["2 skipped_entries 1"]);
    assert_eq!(entries(&reading), ["2026-03-02 9.00 EUR | Cash in | Cash in | - | -"]);
    assert_eq!(
        head(&reading.statements[0]),
        "Heron Brokers | 7 | - | EUR | 2026-03-01 | 2026-03-31"
    );
}

#[test]
fn xml_that_is_none_is_refused_with_its_line() {
    let cases = [
        ("<MEMO>Line rental</MEMO>", "<MEMO>Line rental", "!4 not_well_formed MEMO"),
        ("</OFX>", "", "!6 cut_short"),
        ("</OFX>", "</OFX><OFX></OFX>", "!5 not_well_formed OFX"),
        ("Otter Telecom", "Otter &who; Telecom", "!4 not_well_formed &who;"),
    ];
    for (find, put, expected) in cases {
        let reading = read(with(&xml(), find, put));
        assert_eq!(problems(&reading).first().map(String::as_str), Some(expected), "{put}");
        assert!(reading.statements.is_empty(), "{put}: nothing is given by halves");
    }
    let loose = read(with(&xml(), "Kettle &amp; Sons", "Kettle & Sons"));
    assert_eq!(entries(&loose), [RENTAL, REFUND], "a sign that can mean one thing only");
}

#[test]
fn a_month_without_transactions_is_read_and_said() {
    let begin = SGML.find("<STMTTRN>").expect("it has one");
    let end = SGML.find("</BANKTRANLIST>").expect("they end");
    let reading = read(format!("{}{}", &SGML[..begin], &SGML[end..]));
    assert_eq!(problems(&reading), ["- no_entries"]);
    assert_eq!(reading.statements[0].number.as_deref(), Some("0042"), "its account is known");
}
