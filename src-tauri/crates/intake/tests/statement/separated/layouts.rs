//! Files of invented banks in ten languages, with and without names, and what has to be found.

use super::layout;
use crate::{entries, problems, read, read_euros};

struct Bank {
    why: &'static str,
    file: &'static str,
    layout: &'static str,
    entries: &'static [&'static str],
}

const NAMED: &[Bank] = &[
    Bank {
        why: "English, two columns of sums and a balance below a preamble",
        file: "Harbour Street Bank\nAccount,\"Current, joint\"\nFrom,01/03/2026\n\n\
               Date,Description,Money out,Money in,Balance\n\
               28/02/2026,Opening balance,,,1000.00\n\
               03/03/2026,KETTLEWORKS LTD,19.90,,980.10\n\
               13/03/2026,KETTLEWORKS REFUND,,19.90,1000.00\n",
        layout: "',' 5 dmy point: day text debit credit ignore",
        entries: &[
            "2026-03-03 -19.90 EUR | - | KETTLEWORKS LTD | - | -",
            "2026-03-13 19.90 EUR | - | KETTLEWORKS REFUND | - | -",
        ],
    },
    Bank {
        why: "German, grouped sums, the currency in the name, a total below",
        file: "Umsätze Girokonto;Zeitraum: 01.03.2026 - 31.03.2026\nKontoinhaber;A. Beispiel\n\
               Buchungstag;Wertstellung;Auftraggeber/Empfänger;Verwendungszweck;Betrag (EUR);Saldo\n\
               02.03.2026;03.03.2026;Wasserwerk Beispielstadt;Abschlag März;-1.045,00;2.000,00\n\
               04.03.2026;04.03.2026;Kesselhaus GmbH;Erstattung 4711;19,90;2.019,90\n\
               ;;;Gesamt;-1.025,10;\n",
        layout: "';' 3 dmy comma: day ignore party text amount ignore",
        entries: &[
            "2026-03-02 -1045.00 EUR | Wasserwerk Beispielstadt | Abschlag März | - | -",
            "2026-03-04 19.90 EUR | Kesselhaus GmbH | Erstattung 4711 | - | -",
        ],
    },
    Bank {
        why: "French, what went out with a minus sign of its own",
        file: "Date;Date de valeur;Libellé;Débit;Crédit;Devise\n\
               27/02/2026;28/02/2026;PRLV EAU DE VILLE;-12,30;;EUR\n\
               01/03/2026;01/03/2026;VIR BOUILLOIRE SA;;1 019,90;EUR\n",
        layout: "';' 1 dmy comma: day ignore text debit credit currency",
        entries: &[
            "2026-02-27 -12.30 EUR | - | PRLV EAU DE VILLE | - | -",
            "2026-03-01 1019.90 EUR | - | VIR BOUILLOIRE SA | - | -",
        ],
    },
    Bank {
        why: "Spanish, with a reference",
        file: "Fecha operación;Fecha valor;Concepto;Referencia;Importe;Saldo\n\
               27/02/2026;27/02/2026;RECIBO AGUAS;A-77;-8,00;92,00\n",
        layout: "';' 1 dmy comma: day ignore text reference amount ignore",
        entries: &["2026-02-27 -8.00 EUR | - | RECIBO AGUAS | A-77 | -"],
    },
    Bank {
        why: "Italian, what went out and came in as a bookkeeper calls it",
        file: "Data contabile;Data valuta;Causale;Dare;Avere\n\
               27/02/2026;28/02/2026;ADDEBITO ACQUA;8,00;\n28/02/2026;28/02/2026;STORNO;;8,00\n",
        layout: "';' 1 dmy comma: day ignore text debit credit",
        entries: &[
            "2026-02-27 -8.00 EUR | - | ADDEBITO ACQUA | - | -",
            "2026-02-28 8.00 EUR | - | STORNO | - | -",
        ],
    },
    Bank {
        why: "Dutch, the side in words",
        file: "\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Af Bij\",\"Bedrag (EUR)\",\"Mededelingen\"\n\
               \"20260227\",\"Ketelhuis BV\",\"NL00TIDE0000000001\",\"NL00TIDE0000000002\",\"Bij\",\"19,90\",\"Terug\"\n\
               \"20260226\",\"Waterleiding\",\"NL00TIDE0000000001\",\"\",\"Af\",\"8,00\",\"\"\n",
        layout: "',' 1 ymd comma: day party ignore ignore side amount text",
        entries: &[
            "2026-02-27 19.90 EUR | Ketelhuis BV | Terug | - | -",
            "2026-02-26 -8.00 EUR | Waterleiding |  | - | -",
        ],
    },
    Bank {
        why: "a sum with its sign beside two columns that the bank leaves empty",
        file: "Date,Payee,Amount,Debit,Credit\n27/02/2026,Water,-8.00,,\n",
        layout: "',' 1 dmy point: day party amount ignore ignore",
        entries: &["2026-02-27 -8.00 EUR | Water |  | - | -"],
    },
    Bank {
        why: "Danish, the day and the balance under one word each",
        file: "Dato;Tekst;Beløb;Saldo\n27-02-2026;Vandværk;-80,00;920,00\n",
        layout: "';' 1 dmy comma: day text amount ignore",
        entries: &["2026-02-27 -80.00 EUR | - | Vandværk | - | -"],
    },
    Bank {
        why: "Swedish, where “Valuta” is the currency",
        file: "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Valuta\n\
               2026-02-27;-80,00;;Vattenverket;;;SEK\n",
        layout: "';' 1 ymd comma: day amount text party text text currency",
        entries: &["2026-02-27 -80.00 SEK | Vattenverket |  | - | -"],
    },
    Bank {
        why: "German, where “Valuta” is a day",
        file: "Buchung;Valuta;Text;Betrag\n27.02.2026;28.02.2026;Wasser;-8,00\n",
        layout: "';' 1 dmy comma: day ignore text amount",
        entries: &["2026-02-27 -8.00 EUR | - | Wasser | - | -"],
    },
    Bank {
        why: "Portuguese, what was in the account among the sums",
        file: "Data,Histórico,Valor\n26/02/2026,Saldo anterior,100.00\n27/02/2026,Conta de água,-8.00\n",
        layout: "',' 1 dmy point: day text amount",
        entries: &["2026-02-27 -8.00 EUR | - | Conta de água | - | -"],
    },
    Bank {
        why: "Polish, the currency beside the sum",
        file: "Data operacji;Opis operacji;Kwota;Saldo po operacji\n\
               2026-02-27;WODOCIĄGI;-8,00 PLN;92,00 PLN\n",
        layout: "';' 1 ymd comma: day text amount ignore",
        entries: &["2026-02-27 -8.00 PLN | - | WODOCIĄGI | - | -"],
    },
    Bank {
        why: "a spreadsheet's first line, tabs in a later one, and cells over several lines",
        file: "sep=;\nDate;Memo;Amount\n2026-02-27;\"Water\n  and \"\"drains\"\"\";-8.00\n",
        layout: "';' 2 ymd point: day text amount",
        entries: &["2026-02-27 -8.00 EUR | - | Water and \"drains\" | - | -"],
    },
    Bank {
        why: "columns parted by tabs, lines by carriage returns",
        file: "Posting Date\tPayee\tNet Amount\tFee\rFeb 27, 2026\tWater\t-8.00\t0.10\r",
        layout: "'\\t' 1 dmy point: day party amount ignore",
        entries: &["2026-02-27 -8.00 EUR | Water |  | - | -"],
    },
];

const NAMELESS: &[Bank] = &[
    Bank {
        why: "the balance shows that the first column of sums is what came in",
        file: "27/02/2026,REFUND,19.90,,119.90\n28/02/2026,WATER,,8.00,111.90\n\
               01/03/2026,KETTLE,,19.90,92.00\n",
        layout: "',' 0 dmy point: day text credit debit ignore",
        entries: &[
            "2026-02-27 19.90 EUR | - | REFUND | - | -",
            "2026-02-28 -8.00 EUR | - | WATER | - | -",
            "2026-03-01 -19.90 EUR | - | KETTLE | - | -",
        ],
    },
    Bank {
        why: "the balance, which runs from below, shows that it is what went out",
        file: "01/03/2026|KETTLE|19.90||92.00\n28/02/2026|WATER|8.00||111.90\n\
               27/02/2026|REFUND||19.90|119.90\n",
        layout: "'|' 0 dmy point: day text debit credit ignore",
        entries: &[
            "2026-03-01 -19.90 EUR | - | KETTLE | - | -",
            "2026-02-28 -8.00 EUR | - | WATER | - | -",
            "2026-02-27 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "a column that moves by the sums is the balance, also where it stands before them",
        file: "2026-02-27;100,00;-8,00;WATER\n2026-02-28;80,10;-19,90;KETTLE\n2026-03-01;100,00;19,90;REFUND\n",
        layout: "';' 0 ymd comma: day ignore amount text",
        entries: &[
            "2026-02-27 -8.00 EUR | - | WATER | - | -",
            "2026-02-28 -19.90 EUR | - | KETTLE | - | -",
            "2026-03-01 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "of two balances, before and after, neither is the sum",
        file: "0042\tEUR\t20260227\t100,00\t92,00\t20260227\t-8,00\tWATER\n\
               0042\tEUR\t20260228\t92,00\t72,10\t20260228\t-19,90\tKETTLE\n\
               0042\tEUR\t20260301\t72,10\t92,00\t20260301\t19,90\tREFUND\n",
        layout: "'\\t' 0 ymd comma: ignore currency day ignore ignore ignore amount text",
        entries: &[
            "2026-02-27 -8.00 EUR | - | WATER | - | -",
            "2026-02-28 -19.90 EUR | - | KETTLE | - | -",
            "2026-03-01 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "a letter says the side",
        file: "27.02.2026;WATER;8,00;S\n28.02.2026;REFUND;19,90;H\n",
        layout: "';' 0 dmy comma: day text amount side",
        entries: &[
            "2026-02-27 -8.00 EUR | - | WATER | - | -",
            "2026-02-28 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "a card that turns its signs round, and says the side in words",
        file: "2026-02-27,DEBIT,WATER,8.00\n2026-02-28,CREDIT,REFUND,-19.90\n",
        layout: "',' 0 ymd point: day side text amount",
        entries: &[
            "2026-02-27 -8.00 EUR | - | WATER | - | -",
            "2026-02-28 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "letters behind the sum say the side",
        file: "27 Feb 2026,WATER,8.00 DR\n28 Feb 2026,REFUND,19.90 CR\n",
        layout: "',' 0 dmy point: day text amount",
        entries: &[
            "2026-02-27 -8.00 EUR | - | WATER | - | -",
            "2026-02-28 19.90 EUR | - | REFUND | - | -",
        ],
    },
    Bank {
        why: "what looks like a formula is text",
        file: "27.02.2026;=HYPERLINK(\"x\");-8,00\n28.02.2026;+44 20 555;-9,00\n01.03.2026;@SUM(A1);-7,00\n",
        layout: "';' 0 dmy comma: day text amount",
        entries: &[
            "2026-02-27 -8.00 EUR | - | =HYPERLINK(\"x\") | - | -",
            "2026-02-28 -9.00 EUR | - | +44 20 555 | - | -",
            "2026-03-01 -7.00 EUR | - | @SUM(A1) | - | -",
        ],
    },
];

#[test]
fn columns_are_known_by_their_names() {
    check(NAMED);
}

#[test]
fn columns_without_names_are_known_by_what_stands_in_them() {
    check(NAMELESS);
}

fn check(banks: &[Bank]) {
    for bank in banks {
        let reading = read_euros(bank.file);
        assert_eq!(layout(&reading), bank.layout, "{}: {:#?}", bank.why, problems(&reading));
        assert_eq!(entries(&reading), bank.entries, "{}: {:#?}", bank.why, problems(&reading));
    }
}

#[test]
fn lines_that_are_not_booked_are_left_out_and_counted() {
    let file = "Started Date,Completed Date,Description,Amount,Currency,State\n\
                2026-02-26 10:00:00,2026-02-27 11:00:00,Kettle,-19.90,EUR,COMPLETED\n\
                2026-02-28 10:00:00,,Water,-8.00,EUR,PENDING\n\
                2026-02-28 10:00:00,,Gas,-9.00,EUR,REVERTED\n";
    let reading = read(file);
    assert_eq!(entries(&reading), ["2026-02-27 -19.90 EUR | - | Kettle | - | -"]);
    assert_eq!(problems(&reading), ["- pending_entries 2"]);
}

#[test]
fn the_account_is_known_by_a_column_or_by_an_iban_above() {
    let numbers = [
        ("Konto;Datum;Betrag\n00042;27.02.2026;-8,00\n00042;28.02.2026;-9,00\n", Some("00042")),
        ("Konto;Datum;Betrag\n00042;27.02.2026;-8,00\n00043;28.02.2026;-9,00\n", None),
        (
            "GB33BUKB20201555555555\nDatum;Betrag\n27.02.2026;-8,00\n",
            Some("GB33BUKB20201555555555"),
        ),
        ("GB34BUKB20201555555555\nDatum;Betrag\n27.02.2026;-8,00\n", None),
    ];
    for (file, number) in numbers {
        let reading = read_euros(file);
        assert_eq!(reading.statements[0].number.as_deref(), number, "{file}");
    }
}

#[test]
fn files_of_one_bank_are_known_by_their_columns() {
    let signature = |file: &str| read(file).csv.expect("it is read").signature;
    let march = signature("Datum;Empfänger;Betrag\n01.03.2026;Wasser;-8,00\n");
    let april = signature("Konto 42;\nDatum ;EMPFÄNGER;\"Betrag\"\n01.04.2026;Kessel;19,90\n");
    assert_eq!(march, april, "what stands above and how it is set does not matter");
    let other = signature("Datum;Betrag;Empfänger\n01.03.2026;-8,00;Wasser\n");
    assert_ne!(march, other, "other columns are another layout");
    let nameless = signature("2026-03-01,Water,-8.00\n");
    assert_eq!(nameless, "3,dt.", "without names, how many there are and what stands in them");
    assert_eq!(nameless, signature("2026-04-01,Gas,9.00\n2026-04-02,Tea,\n"));
    assert_ne!(nameless, signature("Water,2026-03-01,-8.00\n"), "another bank's three");
}

#[test]
fn the_person_sees_the_names_and_a_few_values() {
    let reading = read(
        "Date,Memo,Amount\n2026-03-01,,1.00\n2026-03-02,b,2.00\n2026-03-03,,3.00\n2026-03-04,,4.00\n",
    );
    let found = reading.csv.expect("it is read");
    assert_eq!(found.names, ["Date", "Memo", "Amount"]);
    assert_eq!(found.samples[0], ["2026-03-01", "2026-03-02", "2026-03-03"]);
    assert_eq!(found.samples[1], ["b"], "empty ones say nothing");
}
