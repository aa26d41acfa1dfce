//! What cannot be read for certain is refused with its line, and nothing of the file is given.

use crate::{problems, read, read_euros};

#[test]
fn broken_files_are_refused_with_their_line() {
    let cases = [
        ("hello world\n", "!1 unknown_form hello world"),
        ("a,b,c\nd,e,f\n", "!- day_column_unknown"),
        ("a,b\n13/02/2026,x\n", "!- amount_column_unknown"),
        ("13/02/2026,a,-8.00\n31/02/2026,b,-9.00\n", "!2 bad_day 31/02/2026"),
        ("Date,Memo,Amount\n13/02/2026,a,-8.00\n\n14/02/2026,b,eight\n", "!4 bad_amount eight"),
        (
            "Date,Memo,Amount\n13/02/2026,\"a\nb\",-8.00\n14/02/2026,b,-8.001\n",
            "!4 bad_amount -8.001",
        ),
        ("13/02/2026,a,-8.00\n14/02/2026,b,-9,50\n", "!2 bad_amount -9,50"),
        ("13/02/2026,a,-8,20\n14/02/2026,b,-9,50\n", "!1 bad_amount -8,20"),
        ("13/02/2026,a,90071992547409.93\n", "!1 bad_amount 90071992547409.93"),
        ("Date,Debit,Credit\n13/02/2026,8.00,9.00\n", "!2 bad_amount 8.00"),
        (
            "13/02/2026,-8.00,EUR\n14/02/2026,-9.00,EUR\n14/02/2026,-9.00,EUR\n14/02/2026,-9.00,EUR\n15/02/2026,-1.00,QQQ\n",
            "!5 bad_currency QQQ",
        ),
        (
            "Date,Memo,Amount\n13/02/2026,\"a,-8.00\n14/02/2026,b,-9.00\n15/02/2026,c,-9.00\n",
            "!2 open_quote",
        ),
        ("Date,Memo,Amount\n13/02/2026,\"a,-8.00\n14/02/2026,\"b\",-9.00\n", "!2 open_quote"),
        ("13/02/2026,-8.00,a\n14/02/2026,-9.00,b\n15/02/2026,-1", "!3 cut_short"),
        ("13/02/2026,a,-8.00\n14/02/2026,b,-9.00\n15/02/2026,c,-1", "!3 cut_short"),
        ("13/02/2026,a,\"-8.00\"\n14/02/2026,b,\"-90.00\"\n15/02/2026,c,\"-90.00", "!3 cut_short"),
    ];
    for (file, expected) in cases {
        let reading = read_euros(file);
        let found = problems(&reading);
        let first = found.iter().find(|it| it.starts_with('!'));
        assert_eq!(first.map(String::as_str), Some(expected), "{file}: {found:?}");
        assert!(reading.statements.is_empty(), "nothing of it is given: {file}");
    }
}

#[test]
fn a_currency_that_nobody_says_is_asked_for_once() {
    let file = "13/02/2026,a,-8.00\n14/02/2026,b,-9.00\n";
    assert_eq!(problems(&read(file)), ["!- currency_unknown"]);
    let named = [
        ("13/02/2026,a,-€8.00\n", "EUR"),
        ("13/02/2026,a,-8.00 CHF\n", "CHF"),
        ("13/02/2026,a,NZ$ -8.00\n", "NZD"),
        ("13/02/2026,a,-8.00,DKK\n", "DKK"),
        ("Date,Memo,Amount in SEK\n13/02/2026,a,-8.00\n", "SEK"),
    ];
    for (file, code) in named {
        let reading = read(file);
        let currency = reading.statements.first().and_then(|it| it.currency);
        assert_eq!(currency.map(|it| it.code()), Some(code), "{file}: {:?}", problems(&reading));
    }
    let named = read_euros("Date,Memo,Amount (CHF)\n13/02/2026,a,-8.00\n");
    let currency = named.statements[0].currency.map(|it| it.code());
    assert_eq!(currency, Some("CHF"), "what the file says is not what is asked for");
    let dollars = "13/02/2026,a,-$8.00\n";
    assert_eq!(problems(&read(dollars)), ["!- currency_unknown"], "many countries have dollars");
    assert_eq!(problems(&read_euros(dollars)), ["!- currency_unknown"], "euros are no dollars");
}
