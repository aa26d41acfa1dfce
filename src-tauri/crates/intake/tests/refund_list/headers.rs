//! What the columns are called, and where they begin.

use holdfast_domain::{DayOrder, RefundColumn};

use super::*;

use RefundColumn::{
    Amount, AskedOn, Contact, Currency, Ignore, Notes, Reference, Refunded, RefundedOn, State,
    Vendor, What,
};

#[test]
fn headers_of_seven_languages_are_understood() {
    let full = [
        Vendor, What, Amount, Currency, AskedOn, State, Reference, Refunded, RefundedOn, Contact,
        Notes,
    ];
    for header in [
        "Vendor;What;Amount;Currency;Asked on;Status;Reference;Refunded;Refunded on;Spoke with;Notes",
        "Händler;Artikel;Betrag;Währung;Angefragt am;Stand;Aktenzeichen;Erstattet;Erstattet am;Ansprechpartnerin;Bemerkungen",
        "Marchand;Objet;Montant réclamé;Devise;Demandé le;Statut;N° de dossier;Remboursé;Remboursé le;Interlocuteur;Remarques",
        "Tienda;Artículo;Importe;Moneda;Fecha de solicitud;Estado;Número de pedido;Reembolsado;Reembolsado el;Hablé con;Observaciones",
        "Winkel;Product;Bedrag;Valuta;Aangevraagd op;Status;Ordernummer;Terugbetaald;Terugbetaald op;Gesproken met;Opmerkingen",
        "Negozio;Oggetto;Importo;Valuta;Data richiesta;Stato;Riferimento;Rimborsato;Rimborsato il;Parlato con;Note",
        "Loja;Descrição;Valor;Moeda;Pedido em;Situação;Protocolo;Devolvido;Devolvido em;Falei com;Observações",
    ] {
        let row =
            "Copper & Pine;Lamp;42,50;EUR;28.03.2026;open;CP-1;20,00;30.03.2026;Maren Holt;Call";
        let list = read(format!("{header}\n{row}\n"));
        assert_eq!(columns(&list), full, "{header}");
        assert_eq!(list.rows.len(), 1, "{header}");
        assert!(list.rows[0].problems.is_empty(), "{header}: {:?}", list.rows[0].problems);
    }
}

#[test]
fn what_stands_in_a_column_tells_what_its_name_leaves_open() {
    for (file, expected, why) in [
        (
            "Shop,Refunded,Amount,Date\nA,28/03/2026,12.00,01/02/2026\n",
            vec![Vendor, RefundedOn, Amount, AskedOn],
            "“refunded” over days is the day",
        ),
        (
            "Shop,Refunded,Amount,Date\nA,yes,12.00,28/02/2026\nB,no,13.00,01/03/2026\n",
            vec![Vendor, State, Amount, AskedOn],
            "and over yes and no it is how it stands",
        ),
        (
            "Shop,Refunded,Amount,Date\nA,3.00,12.00,28/02/2026\n",
            vec![Vendor, Refunded, Amount, AskedOn],
            "and over sums the sum",
        ),
        (
            "Copper & Pine;Lamp;42,50;28.03.2026;open\nJuniper;Book;7,00;29.03.2026;waiting\n",
            vec![Vendor, What, Amount, AskedOn, State],
            "without names the contents are all there is",
        ),
        (
            "Who,Item,Reason,Amount,Date,#,Outstanding,Card\nA,Lamp,broken,12.00,28/02/2026,1,12.00,Visa\n",
            vec![Vendor, What, What, Amount, AskedOn, Ignore, Ignore, Notes],
            "what it is about may stand twice, counts are left, what is not known is kept as notes",
        ),
        (
            "Shop,Amount,Date,Back,Then,Later\nA,12.00,28/02/2026,12.00,01/03/2026,05/03/2026\nB,5.00,28/02/2026,,,06/03/2026\n",
            vec![Vendor, Amount, AskedOn, Refunded, RefundedOn, Notes],
            "days where something came back alone are those of the refunds",
        ),
        (
            "Shop,Amount,Date asked,Back,Date of money\nA,12.00,28/02/2026,12.00,01/03/2026\nB,5.00,28/02/2026,,\n",
            vec![Vendor, Amount, AskedOn, Refunded, RefundedOn],
            "also where their name is that of any day",
        ),
        (
            "Shop,Amount,Date,Purchase date,Rep,Mood\nA,12.00,28/02/2026,01/02/2026,Kim,fair\n",
            vec![Vendor, Amount, AskedOn, Notes, Contact, Notes],
            "the day of the purchase is not that of asking, and a name that is not known is kept",
        ),
        (
            "Shop,Amount,Date,Money back,Date back\nA,12.00,28/02/2026,12.00,01/03/2026\nB,5.00,28/02/2026,,\n",
            vec![Vendor, Amount, AskedOn, Refunded, RefundedOn],
            "money that is back",
        ),
        (
            "Whom,Thing,How much,Asked\nLumen Fiber,Router,89.00,28/02/2026\n",
            vec![Vendor, What, Amount, AskedOn],
            "“Whom” is the vendor where no other column is, and a person where one is",
        ),
        (
            "Shop,Amount,Date,Notes\n",
            vec![Vendor, Amount, AskedOn, Notes],
            "names alone are enough for columns in which nothing stands",
        ),
    ] {
        assert_eq!(columns(&read(file)), expected, "{why}");
    }
}

#[test]
fn a_title_above_and_the_form_of_the_file_are_found_out() {
    let title = "Our refunds 2026;;;\n;;;\nVendor;Amount;Asked on;Notes\nA;1.234,50;28.03.2026;x\n";
    let tabs = "Vendor\tAmount\tAsked on\nA\t$1,840.00\t3/28/2026\n";
    let latin: Vec<u8> = "Händler;Betrag;Datum\nMöbel Höfle;12,50;28.03.2026\n"
        .chars()
        .map(|it| u8::try_from(u32::from(it)).expect("Latin 1"))
        .collect();
    let wide: Vec<u8> = std::iter::once(0xFEFF_u16)
        .chain("Vendor;Amount;Date\nA;€ 12,50;28.03.2026\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    type Case<'a> = (&'a [u8], char, u32, DayOrder, bool, &'a str);
    let cases: [Case<'_>; 4] = [
        (title.as_bytes(), ';', 3, DayOrder::DayFirst, true, "1,234.50 EUR"),
        (tabs.as_bytes(), '\t', 1, DayOrder::MonthFirst, false, "-"),
        (&latin, ';', 1, DayOrder::DayFirst, true, "12.50 EUR"),
        (&wide, ';', 1, DayOrder::DayFirst, true, "12.50 EUR"),
    ];
    for (file, delimiter, skip, order, comma, amount) in cases {
        let list = read(file);
        let how = &list.found.as_ref().expect("a table").how;
        let found = (how.delimiter, how.skip, how.day_order, how.decimal_comma);
        assert_eq!(found, (delimiter, skip, order, comma), "{}", String::from_utf8_lossy(file));
        let read = list.rows[0].amount.map_or("-".to_owned(), |it| it.to_string());
        assert_eq!(read, amount, "a sign of several currencies needs one that is said");
    }
    assert_eq!(read(&latin).rows[0].vendor, "Möbel Höfle", "letters of Windows are letters");
}

#[test]
fn what_the_person_says_is_taken_exactly() {
    let file = "Who,How much,When\nA,12.00,03/04/2026\n";
    let found = read(file);
    assert_eq!(
        all_told(&found.problems),
        ["- asked_on day_order_unsure 03/04/2026"],
        "nothing shows whether the third of April or the fourth of March is meant"
    );
    let said = |order| {
        let list = read_as(file, |how| how.day_order = order);
        assert!(list.problems.is_empty(), "what was said is not asked again");
        list.rows[0].asked_on.map(|day| day.to_string())
    };
    assert_eq!(said(DayOrder::MonthFirst).as_deref(), Some("2026-03-04"));
    assert_eq!(said(DayOrder::DayFirst).as_deref(), Some("2026-04-03"));
    let list = read_as(file, |how| how.columns = vec![Vendor, Vendor, Amount]);
    assert_eq!(
        all_told(&list.problems),
        ["!- asked_on column_missing", "!- vendor columns_contradict"],
        "a list without a day, and with two vendors, is asked about"
    );
    assert!(list.rows.is_empty(), "and not read");
    let list = read_as("Vendor;Amount, EUR;Asked on\nA;12;28.03.2026\n", |how| {
        how.delimiter = ';';
        how.columns.clear();
    });
    assert_eq!(columns(&list), [Vendor, Amount, AskedOn], "what is not said is found out");
}

#[test]
fn a_list_is_known_again_by_its_names() {
    let signature = |file: &str| read(file).found.expect("a table").signature;
    let march = signature("Vendor;Amount;Asked on\nA;12,00;28.03.2026\n");
    let april =
        signature("April\nVENDOR;amount;Asked on:\nB;13,00;28.04.2026\nC;1,00;29.04.2026\n");
    assert_eq!(march, april, "capitals, signs and what stands above change nothing");
    assert_ne!(march, signature("Vendor;Amount;Paid on\nA;12,00;28.03.2026\n"), "names do");
}

#[test]
fn the_vendors_number_and_the_person_are_found_under_many_names() {
    for (header, expected) in [
        ("Their number", Reference),
        ("Case no", Reference),
        ("Reference no.", Reference),
        ("Ticket", Reference),
        ("Booking reference", Reference),
        ("Ihre Nummer", Reference),
        ("Geschäftszeichen", Reference),
        ("Leur numéro", Reference),
        ("Su número", Reference),
        ("Número de caso", Reference),
        ("Uw kenmerk", Reference),
        ("Numero di pratica", Reference),
        ("Número do processo", Reference),
        ("Whom", Contact),
        ("Who", Contact),
        ("Person", Contact),
        ("Spoke with", Contact),
        ("Who we spoke to", Contact),
        ("Agent", Contact),
        ("Mit wem", Contact),
        ("Mitarbeiterin", Contact),
        ("Avec qui", Contact),
        ("Con quién", Contact),
        ("Met wie", Contact),
        ("Con chi", Contact),
        ("Com quem", Contact),
    ] {
        let file = format!("{header};Shop;Item;Amount;Date\nKim 7;A;Lamp;12,00;28.02.2026\n");
        let expected = [expected, Vendor, What, Amount, AskedOn];
        assert_eq!(columns(&read(file)), expected, "“{header}” beside a shop");
    }
    let alone = read("Who;Amount;Date\nA;12,00;28.02.2026\n");
    assert_eq!(columns(&alone), [Vendor, Amount, AskedOn], "without a shop, who is the vendor");
    let vague = read("Vendor phone;Shop;Amount;Date\n0555 1;A;12,00;28.02.2026\n");
    assert_eq!(
        columns(&vague),
        [Notes, Vendor, Amount, AskedOn],
        "what only begins like a name gives way to what is called so"
    );
}
