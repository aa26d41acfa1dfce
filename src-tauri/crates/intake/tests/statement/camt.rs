//! CAMT messages: where each version has its parts, and what they mean.

use crate::{entries, head, problems, read, read_euros, with};

/// A statement of the second version with these entries.
fn statement(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\n\
         <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-04-01T06:00:00</CreDtTm></GrpHdr>\n\
         <Stmt><Id>S1</Id><CreDtTm>2026-03-31T22:30:00+02:00</CreDtTm>\n\
         <FrToDt><FrDtTm>2026-03-01T00:00:00</FrDtTm><ToDtTm>2026-03-31T23:59:59</ToDtTm></FrToDt>\n\
         <Acct><Id><IBAN>XX00TIDE0000000001</IBAN></Id><Ccy>EUR</Ccy><Nm>Everyday</Nm>\
         <Ownr><Nm>A. Lindqvist</Nm></Ownr>\
         <Svcr><FinInstnId><BIC>TIDEXX22</BIC><Nm>Tidewater Bank</Nm></FinInstnId></Svcr></Acct>\n\
         {entries}\n</Stmt></BkToCstmrStmt></Document>\n"
    )
}

/// A debit with everything that an entry may say of one transaction.
const DEBIT: &str = "<Ntry><NtryRef>1</NtryRef><Amt Ccy=\"EUR\">19.90</Amt><CdtDbtInd>DBIT</CdtDbtInd>\
    <Sts>BOOK</Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>\
    <AcctSvcrRef>B-77</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E-4711</EndToEndId></Refs>\
    <RltdPties><Dbtr><Nm>A. Lindqvist</Nm></Dbtr><Cdtr><Nm>Kettleworks &amp; Sons</Nm></Cdtr>\
    <UltmtCdtr><Nm>Kettle &#x26; Pot</Nm></UltmtCdtr></RltdPties>\
    <RmtInf><Ustrd>Kettle</Ustrd><Ustrd><![CDATA[model <K2>]]></Ustrd></RmtInf></TxDtls></NtryDtls>\
    <AddtlNtryInf>CARD</AddtlNtryInf></Ntry>";

#[test]
fn a_statement_says_whose_it_is_and_what_moved() {
    let reading = read(statement(DEBIT));
    assert_eq!(
        head(&reading.statements[0]),
        "Tidewater Bank | XX00TIDE0000000001 | Everyday | EUR | 2026-03-01 | 2026-03-31"
    );
    assert_eq!(
        entries(&reading),
        [
            "2026-03-03 -19.90 EUR | Kettleworks & Sons | Kettle model <K2> Kettle & Pot CARD | E-4711 | B-77"
        ]
    );
    assert_eq!(problems(&reading), Vec::<String>::new());
}

#[test]
fn each_version_has_its_places() {
    let one = |path: &str, put: &str| with(&statement(DEBIT), path, put);
    let party = "<Cdtr><Nm>Kettleworks &amp; Sons</Nm></Cdtr>";
    let cases = [
        one("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>"),
        one(party, "<Cdtr><Pty><Nm>Kettleworks &amp; Sons</Nm></Pty></Cdtr>"),
        one(
            party,
            "<Cdtr><Agt><FinInstnId><Nm>Kettleworks &amp; Sons</Nm></FinInstnId></Agt></Cdtr>",
        ),
        one("<Dt>2026-03-03</Dt>", "<DtTm>2026-03-03T23:30:00-05:00</DtTm>"),
        one("<Dt>2026-03-03</Dt>", "<Dt>2026-03-03+01:00</Dt>"),
        one("<Amt Ccy=\"EUR\">19.90</Amt>", "<Amt Ccy='EUR' >19.90000</Amt>"),
        one("<Amt Ccy=\"EUR\">19.90</Amt>", "<Amt>19.9</Amt>"),
        one(
            "<Id><IBAN>XX00TIDE0000000001</IBAN></Id>",
            "<Id><PrtryAcct><Id>XX00TIDE0000000001</Id></PrtryAcct></Id>",
        ),
        one(
            "<Id><IBAN>XX00TIDE0000000001</IBAN></Id>",
            "<Id><Othr><Id>XX00TIDE0000000001</Id></Othr></Id>",
        ),
        one(
            "<BIC>TIDEXX22</BIC><Nm>Tidewater Bank</Nm>",
            "<NmAndAdr><Nm>Tidewater Bank</Nm></NmAndAdr>",
        ),
        statement(DEBIT).replace("NtryDtls>", "Any>").replace("<Any>", "").replace("</Any>", ""),
        statement(DEBIT).replace("BkToCstmrStmt", "BkToCstmrAcctRptV01").replace("Stmt>", "Rpt>"),
        statement(DEBIT)
            .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
            .replace("Stmt>", "Ntfctn>"),
        statement(DEBIT)
            .replace("</", "</n:")
            .replace("<n:?", "<?")
            .replace('<', "<n:")
            .replace("<n:/n:", "</n:")
            .replace("<n:?", "<?")
            .replace("<n:![", "<![")
            .replace("<n:K2", "<K2"),
    ];
    let expected = read(statement(DEBIT));
    for file in cases {
        let reading = read(&file);
        assert_eq!(entries(&reading), entries(&expected), "{:?} of {file}", problems(&reading));
        assert_eq!(head(&reading.statements[0]), head(&expected.statements[0]), "{file}");
    }
}

#[test]
fn the_other_side_is_found_whichever_way_the_money_went() {
    let cases = [
        (
            "CRDT",
            "",
            "<Dbtr><Nm>Shop</Nm></Dbtr><Cdtr><Nm>A. Lindqvist</Nm></Cdtr>",
            "Shop",
            "a payment to us",
        ),
        (
            "CRDT",
            "true",
            "<Dbtr><Nm>A. Lindqvist</Nm></Dbtr><Cdtr><Nm>Shop</Nm></Cdtr>",
            "Shop",
            "a debit taken back",
        ),
        (
            "DBIT",
            "1",
            "<Dbtr><Nm>Shop</Nm></Dbtr><Cdtr><Nm>Lindqvist</Nm></Cdtr>",
            "Shop",
            "a credit taken back",
        ),
        (
            "CRDT",
            "",
            "<Dbtr><Nm>A. Lindqvist</Nm></Dbtr><Cdtr><Nm>Shop</Nm></Cdtr>",
            "Shop",
            "our name is not theirs",
        ),
        (
            "CRDT",
            "",
            "<Dbtr><Nm>Anna</Nm></Dbtr><DbtrAcct><Id><IBAN>XX00TIDE0000000001</IBAN></Id></DbtrAcct><Cdtr><Nm>Shop</Nm></Cdtr>",
            "Shop",
            "nor is our account",
        ),
        ("DBIT", "", "<UltmtCdtr><Nm>Shop</Nm></UltmtCdtr>", "Shop", "on whose behalf"),
        ("DBIT", "", "", "-", "nobody is named"),
    ];
    for (side, reversed, parties, expected, why) in cases {
        let reversed = if reversed.is_empty() {
            String::new()
        } else {
            format!("<RvslInd>{reversed}</RvslInd>")
        };
        let entry = format!(
            "<Ntry><Amt Ccy=\"EUR\">5</Amt><CdtDbtInd>{side}</CdtDbtInd>{reversed}<Sts>BOOK</Sts>\
             <BookgDt><Dt>2026-03-03</Dt></BookgDt><NtryDtls><TxDtls><RltdPties>{parties}</RltdPties>\
             </TxDtls></NtryDtls></Ntry>"
        );
        let sign = if side == "DBIT" { "-" } else { "" };
        let shown = format!("2026-03-03 {sign}5.00 EUR | {expected} |  | - | -");
        assert_eq!(entries(&read(statement(&entry))), [shown], "{why}");
    }
}

/// A batch with these transactions: amount, currency, side and name of each.
fn batch(transactions: &[(&str, &str, &str, &str)]) -> String {
    let details = transactions.iter().map(|(amount, currency, side, name)| {
        format!(
            "<TxDtls><Amt Ccy=\"{currency}\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>\
             <RltdPties><Cdtr><Nm>{name}</Nm></Cdtr></RltdPties></TxDtls>"
        )
    });
    let details = details.collect::<String>();
    statement(&format!(
        "<Ntry><Amt Ccy=\"EUR\">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>2026-03-03</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>\
         <NtryDtls>{details}</NtryDtls></Ntry>"
    ))
}

#[test]
fn a_batch_is_its_transactions_where_they_add_up() {
    let parts = [("10.00", "EUR", "DBIT", "Water"), ("20", "EUR", "DBIT", "Gas")];
    assert_eq!(
        entries(&read(batch(&parts))),
        [
            "2026-03-03 -10.00 EUR | Water |  | - | B-1/1",
            "2026-03-03 -20.00 EUR | Gas |  | - | B-1/2"
        ]
    );
    let netted = [("40", "EUR", "DBIT", "Water"), ("10", "EUR", "CRDT", "Gas")];
    assert_eq!(entries(&read(batch(&netted))).len(), 2, "one may go the other way");
    let whole = ["2026-03-03 -30.00 EUR | - |  | - | B-1"];
    let differing: [&[(&str, &str, &str, &str)]; 4] = [
        &[("10", "EUR", "DBIT", "Water"), ("21", "EUR", "DBIT", "Gas")],
        &[("10", "USD", "DBIT", "Water"), ("20", "USD", "DBIT", "Gas")],
        &[("10", "EUR", "CRDT", "Water"), ("20", "EUR", "CRDT", "Gas")],
        &[("10", "EUR", "DBIT", "Water"), ("", "EUR", "DBIT", "Gas")],
    ];
    for parts in differing {
        assert_eq!(entries(&read(batch(parts))), whole, "the entry is what moved: {parts:?}");
    }
    let single = [("25", "USD", "DBIT", "Water")];
    assert_eq!(entries(&read(batch(&single))), ["2026-03-03 -30.00 EUR | Water |  | - | B-1"]);
}

#[test]
fn the_second_version_has_amounts_of_transactions_elsewhere() {
    let amount = |amount: &str| {
        format!(
            "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">{amount}</Amt></TxAmt></AmtDtls></TxDtls>"
        )
    };
    let entry = with(DEBIT, "<NtryDtls>", &format!("<NtryDtls>{}", amount("12.40")));
    let entry = with(
        &entry,
        "<TxDtls><Refs>",
        "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">7.50</Amt></TxAmt></AmtDtls><Refs>",
    );
    let found = entries(&read(statement(&entry)));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].starts_with("2026-03-03 -7.50 EUR | Kettleworks & Sons"), "{found:?}");
}

#[test]
fn what_is_not_booked_is_left_out_and_counted() {
    for status in ["PDNG", "INFO", "FUTR"] {
        let pending = with(DEBIT, "<Sts>BOOK</Sts>", &format!("<Sts><Cd>{status}</Cd></Sts>"));
        let reading = read(statement(&format!("{DEBIT}{pending}{pending}")));
        assert_eq!(entries(&reading).len(), 1, "{status} may still change");
        assert_eq!(problems(&reading), ["- pending_entries 2"]);
    }
    let silent = with(DEBIT, "<Sts>BOOK</Sts>", "");
    assert_eq!(entries(&read(statement(&silent))).len(), 1, "without a status it is booked");
}

#[test]
fn the_day_is_that_of_booking_or_the_next_best() {
    let unbooked = with(DEBIT, "<BookgDt><Dt>2026-03-03</Dt></BookgDt>", "");
    let reading = read(statement(&unbooked));
    assert!(entries(&reading)[0].starts_with("2026-03-04"), "the day of the interest");
    assert_eq!(problems(&reading), Vec::<String>::new());
    let dayless = with(&unbooked, "<ValDt><Dt>2026-03-04</Dt></ValDt>", "");
    let reading = read(statement(&dayless));
    assert!(entries(&reading)[0].starts_with("2026-03-31"), "the day of the statement");
    assert_eq!(problems(&reading), ["7 assumed_day BookgDt"], "which is said");
    let undated = with(&statement(&dayless), "<CreDtTm>2026-03-31T22:30:00+02:00</CreDtTm>", "");
    assert_eq!(problems(&read(undated)), ["!7 missing_field BookgDt"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    let one = |find: &str, put: &str| with(&statement(DEBIT), find, put);
    let amount = "<Amt Ccy=\"EUR\">19.90</Amt>";
    let cases = [
        (one(amount, ""), "!7 missing_field Amt"),
        (one(amount, "<Amt Ccy=\"EUR\">19.905</Amt>"), "!7 bad_amount 19.905"),
        (one(amount, "<Amt Ccy=\"EUR\">-19.90</Amt>"), "!7 bad_amount -19.90"),
        (one(amount, "<Amt Ccy=\"EUR\">1,019.90</Amt>"), "!7 bad_amount 1,019.90"),
        (one(amount, "<Amt Ccy=\"JPY\">19.90</Amt>"), "!7 bad_amount 19.90"),
        (one(amount, "<Amt Ccy=\"QQQ\">19.90</Amt>"), "!7 bad_currency QQQ"),
        (one("<Ccy>EUR</Ccy>", "<Ccy>QQQ</Ccy>"), "!6 bad_currency QQQ"),
        (one("<CdtDbtInd>DBIT</CdtDbtInd>", ""), "!7 missing_field CdtDbtInd"),
        (one("DBIT", "D"), "!7 bad_side D"),
        (one("<Dt>2026-03-03</Dt>", "<Dt>03.03.2026</Dt>"), "!7 bad_day 03.03.2026"),
        (one("<Dt>2026-03-03</Dt>", "<Dt>2026-02-30</Dt>"), "!7 bad_day 2026-02-30"),
        (one("</Ntry>", ""), "!8 not_well_formed Ntry"),
        (one("</Document>", ""), "!9 cut_short"),
        (one("<Ustrd>Kettle</Ustrd>", "<Ustrd>&kettle;</Ustrd>"), "!7 not_well_formed &kettle;"),
        (statement(DEBIT).replace("Stmt>", "Any>"), "!2 unknown_form BkToCstmrAny"),
        (one("<Stmt>", "<Any>").replace("</Stmt>", "</Any>"), "!- no_statement"),
    ];
    for (file, expected) in cases {
        let reading = read(&file);
        assert_eq!(problems(&reading), [expected], "{file}");
        assert!(reading.statements.is_empty(), "nothing of it is given");
    }
}

#[test]
fn a_currency_that_nobody_says_is_asked_for() {
    let silent =
        with(&statement(DEBIT), "<Ccy>EUR</Ccy>", "").replace("<Amt Ccy=\"EUR\">", "<Amt>");
    assert_eq!(problems(&read(&silent)), ["!- currency_unknown"]);
    assert_eq!(entries(&read_euros(&silent)).len(), 1, "once it is said, it can be read");
}

#[test]
fn a_reference_that_says_there_is_none_is_none() {
    let none = with(&statement(DEBIT), "E-4711", "NOTPROVIDED");
    assert!(entries(&read(&none))[0].ends_with("| 1 | B-77"), "the entry's own is left");
    let bill = "<RmtInf><Strd><CdtrRefInf><Ref>RF18 0042</Ref></CdtrRefInf></Strd>";
    let both = with(&statement(DEBIT), "<RmtInf>", bill);
    assert!(
        entries(&read(&both))[0]
            .contains("| Kettle model <K2> RF18 0042 Kettle & Pot CARD | E-4711 |")
    );
    let alone = with(&both, "<EndToEndId>E-4711</EndToEndId>", "");
    assert!(entries(&read(&alone))[0].ends_with("| RF18 0042 | B-77"), "that on the bill");
}

#[test]
fn each_account_has_its_own_statement() {
    let other = with(&statement(DEBIT), "XX00TIDE0000000001", "XX00TIDE0000000002");
    let begin = other.find("<Stmt>").expect("it has a statement");
    let end = other.find("</BkToCstmrStmt>").expect("it ends");
    let both = with(
        &statement(DEBIT),
        "</BkToCstmrStmt>",
        &format!("{}</BkToCstmrStmt>", &other[begin..end]),
    );
    let reading = read(&both);
    let numbers: Vec<_> = reading.statements.iter().map(|it| it.number.as_deref()).collect();
    assert_eq!(numbers, [Some("XX00TIDE0000000001"), Some("XX00TIDE0000000002")]);
    let same = both.replace("XX00TIDE0000000002", "XX00TIDE0000000001");
    assert_eq!(read(&same).statements.len(), 1, "two of one account are one");
    assert_eq!(entries(&read(&same)).len(), 2, "and two equal transactions stay two");
}
