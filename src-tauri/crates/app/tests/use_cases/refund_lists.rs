//! The household's own list of refunds: looked at, taken in once however often, and taken back whole.

mod again;
mod shown;

use holdfast_app::wire::{
    DisputeRow, DisputeView, DisputesQuery, RefundListPreview, RefundListTaken, RefundListTaking,
    RefundRow,
};

use crate::support::Home;

pub(crate) const HEAD: &str =
    "Vendor;What;Amount;Currency;Asked on;Status;Reference;Refunded;Refunded on;Spoke with;Notes";

/// Lines such as `"A;b;1,00;EUR;28.03.2026;open;;;;;"`, as a household's list.
fn list(lines: &[&str]) -> String {
    format!("{HEAD}\n{}\n", lines.join("\n"))
}

fn open(home: &Home, content: &str) -> RefundListPreview {
    home.app.open_refund_list("refunds.csv", &mut content.as_bytes()).expect("opened")
}

fn taking(preview: &RefundListPreview) -> RefundListTaking {
    RefundListTaking {
        preview: preview.id.clone(),
        leave_out: Vec::new(),
        lead: None,
        lead_name: Some("Ida Marlow".into()),
    }
}

fn take(home: &Home, lines: &[&str]) -> RefundListTaken {
    let preview = open(home, &list(lines));
    assert!(preview.ready, "the list can be read: {:?}", preview.problems);
    home.app.take_in_refund_list(&taking(&preview)).expect("taken in")
}

fn disputes(home: &Home) -> Vec<DisputeRow> {
    let query = DisputesQuery { state: None, search: String::new() };
    home.app.disputes(&query).expect("listed")
}

/// The dispute of that title.
fn dispute(home: &Home, title: &str) -> DisputeView {
    let found = disputes(home).into_iter().find(|row| row.title == title).expect("it is there");
    home.app.dispute(&found.id).expect("it has a page")
}

/// What happened in a dispute, as scripts are told.
fn told(home: &Home, dispute: &DisputeView) -> String {
    let id = dispute.dispute.id.as_deref().expect("it has an id");
    let page = home.app.timeline(id, false, None).expect("shown");
    format!("{page:?}")
}

fn standings(preview: &RefundListPreview) -> Vec<String> {
    preview
        .rows
        .iter()
        .map(|row: &RefundRow| format!("{:?}", row.standing).to_lowercase())
        .collect()
}

const LAMP: &str = "Copper & Pine;Desk lamp;42,50;EUR;02.04.2026;refunded;CP-1;42,50;28.04.2026;Maren Holt;Kind on the phone";
const SHELF: &str =
    "copper  & PINE;Shelf;120,00;EUR;05.04.2026;refused: past 14 days;;;;;Try the photographs";
const FERRY: &str = "Blue Ferry Line;Crossing;216,00;EUR;11.05.2026;promised;BF-7;;;;";
const ROUTER: &str =
    "Lumen Fiber;Router;89,00;EUR;28.03.2026;partly refunded;LF-2;20,00;14.05.2026;;";
const SECOND: &str = "Lumen Fiber;Second router;89,00;EUR;29.03.2026;waiting; lf-2 ;;;;";
const TENT: &str = "Kestrel Outdoor;Tent;310,00;EUR;19.05.2026;given up;;;;;";

#[test]
fn each_row_becomes_what_it_says() {
    let home = Home::new();
    let taken = take(&home, &[LAMP, SHELF, FERRY, ROUTER, SECOND, TENT]);
    let counts = (taken.disputes, taken.claims, taken.remedies, taken.vendors, taken.people);
    assert_eq!(counts, (5, 6, 2, 4, 1), "rows of one vendor and reference are one dispute");
    let lamp = dispute(&home, "Desk lamp");
    assert_eq!(lamp.dispute.goal, "42.50 EUR back from Copper & Pine");
    assert_eq!(lamp.dispute.opened_on, "2026-04-02", "the day on which the household asked");
    assert_eq!(lamp.parties[0].party.reference.as_deref(), Some("CP-1"));
    assert_eq!(lamp.people[0].name, "Maren Holt", "whom they spoke with is a person there");
    let said = told(&home, &lamp);
    assert!(said.contains("Kind on the phone"), "the notes lie with what happened: {said}");
    assert!(
        said.contains("Unsure") && !said.contains("Undisputed"),
        "nobody has agreed that they were asked: {said}"
    );
    let shelf = dispute(&home, "Shelf");
    assert_eq!(shelf.totals[0].outstanding.amount, "120.00", "no is not the end of it");
    assert_eq!(shelf.parties[0].party.rationale.as_deref(), Some("past 14 days"));
    let said = told(&home, &shelf);
    assert!(
        said.contains("Copper & Pine refused to refund 120.00 EUR")
            || said.contains("refused to refund 120.00 EUR"),
        "{said}"
    );
    assert!(said.contains("Unknown"), "the day of the refusal is not made up: {said}");
    assert!(said.contains("Undisputed"), "a vendor does not dispute what it decided: {said}");
    let ferry = dispute(&home, "Crossing");
    assert_eq!(ferry.promises[0].promise.made_on, "2026-05-11", "the only day that the row knows");
    assert_eq!(ferry.promises[0].promise.due_on, None, "and no day on which it is due");
    let router = dispute(&home, "Router");
    let claims: Vec<_> = router.claims.iter().map(|claim| claim.claim.reason.as_str()).collect();
    assert_eq!(claims, ["Router", "Second router"]);
    assert_eq!(router.totals[0].outstanding.amount, "158.00");
    assert_eq!(router.dispute.goal, "178.00 EUR back from Lumen Fiber");
    let tent = dispute(&home, "Tent");
    assert_eq!(tent.dispute.closed_as, Some(holdfast_app::wire::ClosedAs::Dropped));
    assert_eq!(tent.totals[0].outstanding.amount, "0.00", "what was given up is not owed");
    assert!(home.app.verify().expect("looked").is_empty(), "the record is whole");
}

#[test]
fn a_refund_is_on_the_board_of_remedies_and_is_to_be_checked() {
    let home = Home::new();
    let old = "Juniper Books;Parcel;18,00;EUR;02.04.2024;refunded;;;10.04.2024;;";
    take(&home, &[LAMP, old]);
    let board = home.app.remedies().expect("shown");
    let mut looks: Vec<_> = board
        .remedies
        .iter()
        .map(|view| {
            let checks: Vec<_> = view.checks.iter().map(|it| it.due_on.as_str()).collect();
            (view.remedy.what.as_str(), format!("{:?}", view.status), checks.join(" "))
        })
        .collect();
    looks.sort();
    assert_eq!(
        looks,
        [
            ("Refund of 18.00 EUR for “Parcel”", "Delivered".to_owned(), "2026-06-20".to_owned()),
            (
                "Refund of 42.50 EUR for “Desk lamp”",
                "Delivered".to_owned(),
                "2026-06-27".to_owned()
            ),
        ],
        "a refund has come and is still to be looked at: an old one once, today, and not for each look missed"
    );
    assert_eq!(board.due.len(), 1, "the old one is due, the other is to come");
    let lamp = dispute(&home, "Desk lamp");
    assert_eq!(lamp.totals[0].outstanding.amount, "0.00", "what came is not owed");
    assert_eq!(format!("{:?}", lamp.state), "Watching", "settled, and a look is to come");
}

#[test]
fn one_undo_takes_everything_back() {
    let (home, _) = Home::with_dispute();
    let before = home.app.export_household().expect("given out");
    let taken = take(&home, &[LAMP, SHELF, FERRY, ROUTER, SECOND, TENT]);
    assert_ne!(before, home.app.export_household().expect("given out"));
    home.app.undo(&taken.done.action.expect("there is an action")).expect("undone");
    assert_eq!(before, home.app.export_household().expect("given out"));
    let again = open(&home, &list(&[LAMP]));
    assert!(!again.reading.remembered, "how the list is read is taken back too");
    assert_eq!(standings(&again), ["fresh"]);
}

#[test]
fn vendors_and_people_that_are_there_are_not_made_again() {
    let (home, id) = Home::with_dispute();
    let vendor = home.vendor();
    let taken = take(&home, &[SHELF, "Çopper & Pine;Vase;9,00;EUR;01.05.2026;open;;;;;"]);
    assert_eq!(taken.vendors, 0, "capitals, accents and spaces make no other vendor");
    let shelf = dispute(&home, "Shelf");
    assert_eq!(shelf.parties[0].vendor.id, vendor);
    let joins = "Copper & Pine;Shade of the lamp;5,00;USD;03.06.2026;open;R-1;;;;";
    let taken = take(&home, &[joins]);
    assert_eq!((taken.disputes, taken.added_to), (0, 1), "its reference is that of a dispute");
    let lamp = home.app.dispute(&id).expect("shown");
    assert_eq!(lamp.claims.len(), 2);
    assert_eq!(lamp.dispute.goal, "80.00 USD back", "what the household wrote of it stays");
}

#[test]
fn rows_that_are_left_out_are_not_there_and_are_counted() {
    let home = Home::new();
    let preview = open(&home, &list(&[LAMP, SHELF, "A;b;about 60;EUR;19.05.2026;open;;;;;"]));
    let taking = RefundListTaking { leave_out: vec![3], ..taking(&preview) };
    let taken = home.app.take_in_refund_list(&taking).expect("taken in");
    assert_eq!((taken.disputes, taken.left_out), (1, 2), "the one said and the one unreadable");
    let titles: Vec<_> = disputes(&home).into_iter().map(|row| row.title).collect();
    assert_eq!(titles, ["Desk lamp"]);
}
