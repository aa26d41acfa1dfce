//! MT940.

use crate::{entries, head, problems, read, with};

const FILE: &str = "\
{1:F01TIDEXX22AXXX0000000000}{2:O940TIDEXX22XXXXN}{4:
:20:STARTUMS
:25:55501000/0000420042
:28C:00003/001
:60F:C260302EUR1000,00
:61:2603040304DR19,90NDDTNONREF//B-1
:86:105?00DIRECT DEBIT?109310?20EREF+OT-318 SVWZ+Line renta?21l March
?30TIDEXX22?31XX00?32Otter Telec?33om Ltd
:61:260309C240,NTRFRMA-77
/OCMT/USD260,/
:86:/TRTP/SEPA CREDIT/IBAN/XX01/NAME/Kettle and Sons/REMI/Refund of the
 kettle/EREF/RMA-77
:62F:C260331EUR1220,10
:64:C260331EUR1220,10
:86:closing words of the bank
-}
";

const RENTAL: &str = "2026-03-04 -19.90 EUR | Otter Telec om Ltd | \
    DIRECT DEBIT EREF+OT-318 SVWZ+Line rental March | OT-318 | B-1";
const REFUND: &str = "2026-03-09 240.00 EUR | Kettle and Sons | /OCMT/USD260,/ \
    /TRTP/SEPA CREDIT/IBAN/XX01/NAME/Kettle and Sons/REMI/Refund of the kettle/EREF/RMA-77 \
    | RMA-77 | -";

#[test]
fn messages_are_read_with_what_can_be_told_apart() {
    let reading = read(FILE);
    assert_eq!(problems(&reading), Vec::<String>::new());
    let account = "55501000 | 55501000/0000420042 | - | EUR | 2026-03-02 | 2026-03-31";
    assert_eq!(head(&reading.statements[0]), account);
    assert_eq!(entries(&reading), [RENTAL, REFUND]);
}

#[test]
fn what_banks_write_otherwise_is_read_all_the_same() {
    let same = || RENTAL.to_owned();
    let changed = |from: &str, to: &str| RENTAL.replace(from, to);
    let cases = [
        ("{1:F01TIDEXX22AXXX0000000000}{2:O940TIDEXX22XXXXN}{4:\n", "", same(), "no envelope"),
        ("{4:\n:20:", "{4::20:", same(), "the envelope on the same line"),
        (
            "{1:F01TIDEXX22AXXX0000000000}{2:O940TIDEXX22XXXXN}{4:\n",
            "TIDEXX22\n940\nTIDEXX22\n",
            same(),
            "another envelope",
        ),
        (":28C:00003/001", ":28:3\n:NS:ours", same(), "other fields"),
        (":60F:", ":60M:", same(), "a page within a statement"),
        ("-}\n", "-\n", same(), "another end"),
        ("-}\n", "", same(), "no end"),
        ("2603040304DR", "260304DR", same(), "no day of booking"),
        ("2603040304DR", "260304    DR", same(), "blanks for the day of booking"),
        ("2603040304DR", "260304D", same(), "no letter of the currency"),
        ("DR19,90N", "DR000000000019,90N", same(), "noughts before the sum"),
        (
            "2603040304DR",
            "2512310102DR",
            changed("2026-03-04", "2026-01-02"),
            "booked in the next year",
        ),
        (
            "2603040304DR",
            "2601021231DR",
            changed("2026-03-04", "2025-12-31"),
            "booked in the year before",
        ),
        ("2603040304DR19,90", "2603040304RCR19,90", same(), "a credit taken back"),
        ("105?00", "105~00", same(), "the sign of parts stays a sign of the words"),
    ];
    for (find, put, expected, why) in cases {
        let file = with(FILE, find, put);
        let file = if put.contains('~') { file.replace('?', "~") } else { file };
        let reading = read(file);
        assert_eq!(problems(&reading), Vec::<String>::new(), "{why}");
        assert_eq!(entries(&reading), [expected, REFUND.to_owned()], "{why}");
    }
}

#[test]
fn a_debit_taken_back_came_in() {
    let file = with(FILE, "2603040304DR19,90", "2603040304RDR19,90");
    let reading = read(with(&file, "EUR1220,10\n:64:", "EUR1259,90\n:64:"));
    assert_eq!(problems(&reading), Vec::<String>::new(), "the balances agree");
    assert!(entries(&reading)[0].contains(" 19.90 EUR"), "above zero");
}

#[test]
fn details_without_parts_are_text() {
    let plain = "CARD 4711 HERON CAFE 04.03.26 TIDEWATER, DECAF AND A SLICE OF LEMO";
    let details = &FILE[FILE.find(":86:105").expect("it stands there")..];
    let details = &details[..details.find(":61:").expect("another follows")];
    let put = format!(":86:{plain}\nN CAKE\n\nTHANK YOU\n");
    let reading = read(with(FILE, details, &put));
    let expected = format!("2026-03-04 -19.90 EUR | - | {plain}N CAKE THANK YOU | - | B-1");
    assert_eq!(entries(&reading)[0], expected, "a full line goes on within the word");
}

#[test]
fn balances_that_do_not_agree_are_said() {
    let reading = read(with(FILE, "C240,N", "C241,N"));
    assert_eq!(problems(&reading), ["13 balance_differs 1,220.10 EUR"]);
    assert_eq!(entries(&reading).len(), 2, "the transactions are read");
}

#[test]
fn what_cannot_be_read_for_certain_is_an_error_with_its_line_and_gives_nothing() {
    let cases = [
        (":25:55501000/0000420042\n", "", "!2 missing_field :25:"),
        (":60F:C260302EUR1000,00\n", "", "!5 unexpected_line :61:"),
        (":60F:C260302EUR1000,00", ":60F:C260230EUR1000,00", "!5 bad_day C260230EUR1000,00"),
        (":60F:C260302EUR1000,00", ":60F:C260302EUX1000,00", "!5 bad_currency C260302EUX1000,00"),
        (":60F:C260302EUR1000,00", ":60F:C260302EUR1000.00", "!5 bad_amount C260302EUR1000.00"),
        (":60F:C260302EUR1000,00", ":60F:X260302EUR1000,00", "!5 bad_amount X260302EUR1000,00"),
        (":60F:C260302EUR1000,00", ":60F:", "!5 bad_amount"),
        (":62F:C260331EUR1220,10\n", "", "!14 cut_short :62F:"),
        ("2603040304DR19,90N", "2602300304DR19,90N", "!6 bad_day 2602300304DR19,90NDDTNONREF//B-1"),
        ("2603040304DR19,90N", "2603041304DR19,90N", "!6 bad_day 2603041304DR19,90NDDTNONREF//B-1"),
        (
            "2603040304DR19,90N",
            "2603040304XR19,90N",
            "!6 bad_amount 2603040304XR19,90NDDTNONREF//B-1",
        ),
        (
            "2603040304DR19,90N",
            "2603040304DR19.90N",
            "!6 bad_amount 2603040304DR19.90NDDTNONREF//B-1",
        ),
        (
            "2603040304DR19,90N",
            "2603040304DR19,905N",
            "!6 bad_amount 2603040304DR19,905NDDTNONREF//B-1",
        ),
        ("2603040304DR19,90N", "2603040304DRN", "!6 bad_amount 2603040304DRNDDTNONREF//B-1"),
    ];
    for (find, put, expected) in cases {
        let reading = read(with(FILE, find, put));
        assert_eq!(problems(&reading).first().map(String::as_str), Some(expected), "{put}");
        assert!(reading.statements.is_empty(), "{put}: nothing is given by halves");
    }
}

#[test]
fn statements_of_each_day_are_one_account() {
    let next = with(FILE, "C260302EUR1000,00", "C260331EUR1220,10");
    let next = with(&next, "C260331EUR1220,10\n:64:", "C260401EUR1440,20\n:64:");
    let other = with(FILE, "0000420042", "0000420043");
    let reading = read(format!("{FILE}{next}{other}"));
    assert_eq!(problems(&reading), Vec::<String>::new());
    let heads: Vec<String> = reading.statements.iter().map(head).collect();
    let one = "55501000 | 55501000/0000420042 | - | EUR | 2026-03-02 | 2026-04-01";
    assert_eq!(heads[0], one, "from the first balance to the last");
    assert_eq!(heads.len(), 2, "another number is another account");
    assert_eq!(reading.statements[0].entries.len(), 4, "equal transactions stay apart");
}
