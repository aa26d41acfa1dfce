//! Files made to do harm, and files in which chance changed something: each is read or refused, and
//! nothing else happens.

use std::fmt::Write as _;

use holdfast_domain::{DayOrder, StatementFormat};
use holdfast_intake::statement::{How, read};

use crate::{currency, problems};

#[test]
fn document_types_and_entities_are_refused_wherever_they_stand() {
    let remark = format!("<!--{}-->", " ".repeat(20_000));
    let camt = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">";
    let cases = [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><OFX>&b;</OFX>".to_owned(),
        "some words\n<!DOCTYPE a SYSTEM \"http://tidewater.example/a.dtd\">".to_owned(),
        format!("<?xml version=\"1.0\"?>{camt}{remark}<!DOCTYPE a>"),
        format!("<?xml version=\"1.0\"?><?OFX a?>{remark}<!DOCTYPE a [<!ENTITY b \"c\">]><OFX>"),
        format!("<OFX>{remark}<!DOCTYPE a>"),
        "<OFX><STMTRS><!ENTITY % b SYSTEM \"c\"></STMTRS></OFX>".to_owned(),
    ];
    for file in cases {
        let reading = crate::read(&file);
        let codes: Vec<&str> = reading.problems.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["document_type"], "{}", &file[..40]);
        assert!(reading.problems[0].line.is_some(), "it has its line");
    }
}

#[test]
fn elements_may_not_lie_too_deep_in_one_another() {
    let nested = |head: &str| format!("{head}<OFX>{}", "<A>".repeat(100_000));
    for head in ["", "<?xml version=\"1.0\"?><?OFX a?>"] {
        let found = problems(&crate::read(nested(head)));
        assert_eq!(found, ["!1 too_deep A"]);
    }
}

#[test]
fn a_word_that_no_record_holds_is_refused() {
    let word = "x".repeat(60_000);
    let file = format!("!Type:Bank\nD13/03/2026\nT1\nP{word}\n^\n");
    let found = problems(&crate::read_euros(file));
    assert!(found[0].starts_with("!4 text_too_long xxx"), "{found:?}");
    assert!(found[0].len() < 100, "the problem bears its beginning alone");
}

#[test]
fn a_file_that_is_wrong_everywhere_says_so_a_few_times() {
    let mut file = "!Type:Bank\n".to_owned();
    for _ in 0..5_000 {
        file.push_str("Dnever\nTnothing\n^\n");
    }
    let found = problems(&crate::read_euros(file)).len();
    assert!((50..=200).contains(&found), "{found} problems are enough to see the manner");
}

/// One small file of each form, with something of everything in it.
const FILES: [&str; 6] = [
    "OFXHEADER:100\nCHARSET:1252\n\n<OFX>\n<STMTRS>\n<CURDEF>EUR\n<BANKACCTFROM><ACCTID>42</BANKACCTFROM>\n\
     <BANKTRANLIST><DTSTART>20260301\n<STMTTRN>\n<DTPOSTED>20260304[-3:BRT]\n<TRNAMT>-1.019,90\n\
     <NAME>Möller &amp; Söhne\n<PAYEE><NAME>x</PAYEE><MEMO/></STMTTRN>\n</BANKTRANLIST></STMTRS></OFX>\n",
    "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>\n<OFX><STMTRS><CURDEF>EUR</CURDEF>\n<STMTTRN>\
     <DTPOSTED>20260304</DTPOSTED><TRNAMT>-19.90</TRNAMT><NAME>Möller &#x26; <![CDATA[Söhne]]></NAME>\
     </STMTTRN></STMTRS></OFX>\n",
    "!Account\nN0042\n^\n!Type:Bank\nD3/19'26\nT-1,019.90\nPMöller\nMé\nSa\n$1.00\n^\n!Type:Invst\nD3/4'26\nT1\n^\n",
    "{1:F01X}{4:\n:20:A\n:25:1/42\n:60F:C260302EUR1000,00\n:61:2603040304DR19,90NDDTX//B\nmore\n\
     :86:105?00DEBIT?20EREF+1 SVWZ+é?32Möller\n:86:/NAME/Söhne/REMI/x\n:62F:C260331EUR980,10\n-}\n",
    "<?xml version=\"1.0\"?>\n<Document><BkToCstmrStmt><Stmt><CreDtTm>2026-03-31T22:30:00</CreDtTm><Acct><Id>\
     <IBAN>X1</IBAN></Id></Acct>\n<Ntry><Amt Ccy=\"EUR\">19.90000</Amt><CdtDbtInd>DBIT</CdtDbtInd>\
     <BookgDt><Dt>2026-03-04</Dt></BookgDt><NtryDtls><TxDtls><Amt Ccy=\"EUR\">9.90</Amt><RltdPties><Cdtr>\
     <Nm>Möller &#x26; <![CDATA[Söhne]]></Nm></Cdtr></RltdPties></TxDtls>\n<TxDtls><Amt Ccy=\"EUR\">10</Amt>\
     </TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>\n",
    "Date;Payee;Amount\n13.03.2026;Möller;-19,90\n14.03.2026;\"Söhne; Co\";1.240,00\n",
];

/// What can be the matter with a file as a whole, so that there is no line to point at.
const OF_THE_WHOLE: [&str; 6] = [
    "binary",
    "currency_unknown",
    "empty_file",
    "no_statement",
    "day_column_unknown",
    "amount_column_unknown",
];

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit.max(1)
    }

    /// Changes one thing: a byte, a piece taken out, doubled, or put elsewhere, or the end cut off.
    fn change(&mut self, file: &mut Vec<u8>) {
        const BYTES: &[u8] = b"\0\n\r<>/&;:,.-+^!$?'\"{}[]()09DTC \x80\xC3\xFF\xFE";
        let at = self.below(file.len());
        let end = (at + 1 + self.below(12)).min(file.len());
        match self.below(6) {
            0 if at < file.len() => file[at] = BYTES[self.below(BYTES.len())],
            1 => file.insert(at, BYTES[self.below(BYTES.len())]),
            2 => drop(file.drain(at..end)),
            3 => {
                let piece = file[at..end].to_vec();
                let to = self.below(file.len());
                file.splice(to..to, piece);
            }
            4 if self.below(8) == 0 => file.truncate(at),
            _ => {
                let to = self.below(file.len());
                if let (Some(one), Some(other)) = (file.get(at).copied(), file.get(to).copied()) {
                    (file[at], file[to]) = (other, one);
                }
            }
        }
    }
}

/// The ways in which a person may have such a file read.
fn hows() -> Vec<How> {
    let euros = || How { currency: Some(currency("EUR")), ..How::default() };
    let mut hows = vec![How::default(), euros()];
    hows.push(How { day_order: Some(DayOrder::YearFirst), ..euros() });
    let formats = StatementFormat::ALL.iter();
    hows.extend(formats.map(|format| How { format: Some(*format), ..euros() }));
    hows
}

#[test]
fn whatever_chance_changes_is_read_or_refused() {
    let hows = hows();
    let mut chance = Chance(20_260_304);
    let (mut taken, mut refused) = (0_u32, 0_u32);
    for round in 0..1_500 {
        let mut file = FILES[round % FILES.len()].as_bytes().to_vec();
        for _ in 0..=chance.below(4) {
            chance.change(&mut file);
        }
        // Mostly as a person would: the currency is said, and the form shows.
        let how = if chance.below(3) == 0 { &hows[chance.below(hows.len())] } else { &hows[1] };
        let reading = read(&file, how);
        let shown = || {
            let mut text = String::from_utf8_lossy(&file).into_owned();
            write!(text, "\n{how:?}\n{:?}", reading.problems).expect("a text takes it");
            text
        };
        assert_eq!(read(&file, how), reading, "the same file is read the same: {}", shown());
        for problem in reading.problems.iter().filter(|it| it.is_error) {
            let is_placed = problem.line.is_some() || !problem.text.is_empty();
            let is_whole = OF_THE_WHOLE.contains(&problem.code.as_str());
            assert!(is_placed || is_whole, "an error has its place: {}", shown());
        }
        if reading.problems.iter().any(|it| it.is_error) {
            refused += 1;
            assert!(reading.statements.is_empty(), "nothing by halves: {}", shown());
        } else {
            taken += 1;
        }
    }
    assert!(taken > 100 && refused > 100, "chance hits both: {taken} read, {refused} refused");
}
