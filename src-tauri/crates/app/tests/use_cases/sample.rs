//! The sample household: alive on any day, and never mixed with one's own.

use holdfast_app::letters::answers::LetterAsk;
use holdfast_app::wire::{
    DisputeState, DisputesQuery, ErrorCode, LetterFormat, LetterKind, MatchKind, RemedyStatus,
};
use holdfast_app::{App, Clock};

use crate::support::{Home, clock};

fn on(instant: &str) -> Clock {
    Clock::Fixed(instant.parse().expect("the instant is valid"))
}

#[test]
fn the_sample_shows_every_state_on_any_day() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for day in
        ["2026-06-20T09:00:00+00:00", "2027-02-28T09:00:00+00:00", "2040-12-31T23:00:00+09:00"]
    {
        let app = App::open_sample(&folder.path().join("sample.db"), on(day)).expect("opens");
        let start = app.start("").expect("begins");
        assert!(start.is_sample && start.members.len() == 3, "{day}");
        let rows =
            app.disputes(&DisputesQuery { search: String::new(), state: None }).expect("rows");
        assert_eq!(rows.len(), 8, "{day}");
        for state in [DisputeState::Open, DisputeState::Watching, DisputeState::Closed] {
            assert!(rows.iter().any(|row| row.state == state), "{day}: one is {state:?}");
        }
        let today = app.today().expect("shown");
        assert!(!today.overdue.is_empty() && !today.to_thank.is_empty(), "{day}");
        assert_eq!(today.owed.len(), 2, "{day}: two currencies");
        let statuses: Vec<_> = app.remedies().expect("shown").remedies;
        for status in [RemedyStatus::Holding, RemedyStatus::Reversed] {
            assert!(statuses.iter().any(|it| it.status == status), "{day}: one is {status:?}");
        }
        let board = app.statements().expect("shown");
        let first = |kind| board.proposals.iter().find(|it| it.kind == kind);
        let paid = first(MatchKind::Pays).expect("the bank says that something came");
        assert_eq!(paid.parts[0].vendor.name, "Alderbrook Power", "{day}: not the toy shop's");
        let charged = [MatchKind::TakesBack, MatchKind::ChargedAgain].into_iter().find_map(first);
        let charged = charged.expect("and that something was taken back");
        assert_eq!(charged.parts[0].vendor.name, "First Meadow Bank", "{day}");
    }
}

#[test]
fn the_sample_is_made_anew_and_never_over_ones_own() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("sample.db");
    let app = App::open_sample(&path, clock()).expect("opens");
    let id = app.disputes(&DisputesQuery { search: String::new(), state: None }).expect("rows")[0]
        .id
        .clone();
    app.remove(holdfast_app::wire::RecordKind::Dispute, &id).expect("put away");
    drop(app);
    let again = App::open_sample(&path, clock()).expect("opens");
    let rows = again.disputes(&DisputesQuery { search: String::new(), state: None }).expect("rows");
    assert_eq!(rows.len(), 8, "whatever was tried in the sample, the next look begins afresh");

    let (home, dispute) = Home::with_dispute();
    let own = home.folder.path().join("home.db");
    let Home { app, folder } = home;
    drop(app);
    let refused = App::open_sample(&own, clock()).err().expect("one's own record is not a sample");
    assert_eq!(refused.code, ErrorCode::NotInSample);
    let app = App::open(&own, clock()).expect("opens as before");
    app.dispute(&dispute).expect("nothing was lost");
    drop(folder);
}

#[test]
fn the_sample_has_a_letter_that_was_begun_and_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::open_sample(&folder.path().join("sample.db"), clock()).expect("it opens");
    let board = app.letters().expect("listed");
    let [draft] = board.drafts.as_slice() else { panic!("one draft: {board:?}") };
    let view = app.letter(&draft.id).expect("shown");
    let text = view.draft.expect("it is composed").plain_text;
    assert!(text.contains("Dear "), "it reads as a letter: {text}");
    assert!(app.start("").expect("begins").is_sample);
}

#[test]
fn the_sample_has_questions_that_were_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::open_sample(&folder.path().join("sample.db"), clock()).expect("it opens");
    let query = DisputesQuery { search: "Lisbon".into(), state: None };
    let dispute = app.disputes(&query).expect("rows")[0].id.clone();
    let board = app.wronged_board(&dispute).expect("shown");
    assert_eq!(board.problem.as_deref(), Some("journey"));
    assert!(board.next.is_some(), "there is more to be asked");
    let found: Vec<_> = board.findings.iter().map(|it| it.key.as_str()).collect();
    assert!(found.contains(&"eu_compensation"), "the airline is in the Union: {found:?}");
    let claimed = |key: &str| {
        let finding = board.findings.iter().find(|it| it.key == key);
        finding.and_then(|it| it.owed.as_ref()).is_some_and(|owed| owed.claim.is_some())
    };
    assert!(claimed("eu_compensation"), "and the record claims it already");
}

/// The files bear days too; those of a PDF cannot grow without breaking it.
#[test]
fn the_sample_has_evidence_that_bears_the_days_of_its_dispute() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::open_sample(&folder.path().join("sample.db"), on("2040-12-31T12:00:00+00:00"));
    let app = app.expect("it opens");
    let evidence = app.evidence().expect("listed").attachments;
    assert_eq!(evidence.len(), 2);
    for piece in &evidence {
        assert_eq!(piece.citations.len(), 1, "an event rests on {}", piece.name);
        let day = piece.at.as_deref().expect("it bears a day");
        assert!(day.starts_with("2040-"), "{day}");
        let mut file = Vec::new();
        app.write_attachment(&piece.id, &mut file).expect("given back");
        let text = String::from_utf8_lossy(&file);
        assert!(text.contains("2040-10-"), "the day of the flight moved: {text}");
        let stayed = ["2026-04", "May 2026"].into_iter().find(|day| text.contains(day));
        assert_eq!(stayed, None, "{text}");
    }
}

/// The sample has a credit that may be taken back, a lease, a dispute that is only watched: what a
/// template can trip over.
#[test]
fn every_kind_of_letter_can_be_written_in_every_dispute_of_the_sample() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let day = "2026-06-20T09:00:00+00:00";
    let app = App::open_sample(&folder.path().join("sample.db"), on(day)).expect("opens");
    let rows = app.disputes(&DisputesQuery { search: String::new(), state: None }).expect("rows");
    for row in &rows {
        for kind in KINDS {
            let ask = LetterAsk {
                dispute: &row.title,
                kind,
                to: None,
                from: None,
                reply_by: None,
                on: None,
            };
            let told = app.letter_answer(&ask, LetterFormat::Txt);
            let (text, _) =
                told.unwrap_or_else(|error| panic!("{kind:?}, {}: {error:?}", row.title));
            let text = String::from_utf8(text).expect("text");
            assert!(text.contains("Dear "), "{kind:?}, {}:\n{text}", row.title);
        }
    }
}

const KINDS: [LetterKind; 10] = [
    LetterKind::Complaint,
    LetterKind::FollowUp,
    LetterKind::Confirmation,
    LetterKind::Escalation,
    LetterKind::ThankYou,
    LetterKind::Commendation,
    LetterKind::FinalNotice,
    LetterKind::BillingError,
    LetterKind::BeforeClaim,
    LetterKind::RefusalRequest,
];
