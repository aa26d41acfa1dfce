//! The dossier for its reader: what is chosen is kept, what is covered is gone, what was sent stays.

use std::sync::Arc;

use holdfast_app::dossiers::DossierAsk;
use holdfast_app::wire::{
    Channel, Direction, DossierBoard, DossierChoice, DossierPart, DossierReader, DossierSending,
    ErrorCode, FactStatus, RecordKind, SaidFact, TimelineWhat,
};
use holdfast_intake::original;

use crate::support::{Home, TODAY, attach, call, id_of};

fn board(home: &Home, dispute: &str) -> DossierBoard {
    home.app.dossier_board(dispute).expect("shown")
}

fn chosen(home: &Home, dispute: &str, reader: DossierReader) -> (DossierChoice, bool) {
    let readers = board(home, dispute).readers;
    let of = readers.into_iter().find(|it| it.choice.reader == reader).expect("every reader");
    (of.choice, of.kept)
}

/// The words of a PDF file.
fn words(pdf: &[u8]) -> String {
    let parts = original::text(pdf).parts;
    parts.into_iter().map(|part| part.text).collect::<Vec<_>>().join("\n").replace('\n', " ")
}

fn printed(home: &Home, choice: &DossierChoice) -> (String, Arc<Vec<u8>>) {
    let preview = home.app.compose_dossier(choice).expect("composed");
    (preview.id.clone(), home.app.document_file(&preview.id).expect("held").1)
}

fn send(home: &Home, choice: &DossierChoice) -> (String, Arc<Vec<u8>>) {
    let (preview, bytes) = printed(home, choice);
    let recipient = Some("The Ombudsman".into());
    let sending = DossierSending { on: TODAY.into(), by: Channel::Email, recipient };
    (id_of(&home.app.mark_dossier_sent(&preview, &sending).expect("marked")), bytes)
}

#[test]
fn what_is_chosen_for_a_reader_is_kept_and_used_again() {
    let (home, dispute) = Home::with_dispute();
    let (mut choice, kept) = chosen(&home, &dispute, DossierReader::Vendor);
    assert!(!kept, "nobody chose anything yet");
    assert_eq!(choice.prepared_for.as_deref(), Some("Copper & Pine"), "the vendor of the matter");
    assert!(choice.without.contains(&DossierPart::NextSteps), "what a vendor gets: {choice:?}");
    let done = home.app.save_dossier_choice(&choice).expect("accepted");
    assert_eq!(done.action, None, "what nobody chose goes on following from the reader");

    choice.without.push(DossierPart::Money);
    choice.covered = vec!["  Ida\nMarlow ".into(), String::new(), "Ida Marlow".into()];
    let done = home.app.save_dossier_choice(&choice).expect("accepted");
    choice.covered = vec!["Ida Marlow".into()];
    assert_eq!(chosen(&home, &dispute, DossierReader::Vendor), (choice.clone(), true));
    assert!(!chosen(&home, &dispute, DossierReader::Court).1, "the others have their own");
    let ask = |reader| DossierAsk { dispute: &dispute, reader, on: None, with_exhibits: false };
    let text = |reader| {
        let mut pdf = Vec::new();
        home.app.print_dossier(&ask(reader), &mut pdf).expect("set");
        words(&pdf)
    };
    let for_vendor = text(Some(DossierReader::Vendor));
    assert!(!for_vendor.contains("Marlow"), "the command line covers it too: {for_vendor}");
    assert!(text(None).contains("Marlow"), "and without a reader everything is in");

    home.app.drop_dossier_choice(&dispute, DossierReader::Vendor).expect("dropped");
    assert!(!chosen(&home, &dispute, DossierReader::Vendor).1, "the usual again");
    home.app.undo_last().expect("undone");
    assert!(chosen(&home, &dispute, DossierReader::Vendor).1, "dropping is one action");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert!(!chosen(&home, &dispute, DossierReader::Vendor).1, "and so is choosing");
}

#[test]
fn what_cannot_be_covered_is_refused() {
    let (home, dispute) = Home::with_dispute();
    let (choice, _) = chosen(&home, &dispute, DossierReader::Court);
    for (covered, why) in [("…!", "no letter, nothing to find"), (&"x".repeat(2_000), "too long")]
    {
        let choice = DossierChoice { covered: vec![covered.to_owned()], ..choice.clone() };
        let refused = home.app.save_dossier_choice(&choice).expect_err(why);
        assert_eq!((refused.code, &*refused.problems[0].field), (ErrorCode::Refused, "covered"));
    }
}

#[test]
fn covered_words_and_private_notes_are_not_in_the_file() {
    let (home, dispute) = Home::with_dispute();
    let said = |text: &str| SaidFact {
        text: text.into(),
        status: FactStatus::Undisputed,
        acknowledged: false,
    };
    let mut of = call(&dispute);
    of.facts = vec![said("Zora Quimby\nagreed to it.")];
    of.note = Some("Ask for Wilhelmina next time.".into());
    home.app.log_call(&of).expect("written down");
    attach(&home, &dispute, "Zora Quimby.txt", b"a note without a name", Vec::new());
    attach(&home, &dispute, "notes.txt", b"it was zora\r\nquimby", Vec::new());
    attach(&home, &dispute, "plain.txt", b"nothing about her", Vec::new());
    let (choice, _) = chosen(&home, &dispute, DossierReader::Ombudsman);
    assert!(choice.with_exhibits, "an ombudsman gets the exhibits");
    let (_, open) = printed(&home, &choice);
    let text = words(&open);
    assert!(text.contains("Quimby") && !text.contains("Wilhelmina"), "{text}");
    let attached = |pdf: &[u8]| String::from_utf8_lossy(pdf).matches("/EmbeddedFile").count();
    let all = attached(&open);

    let choice = DossierChoice { covered: vec!["zora quimby".into()], ..choice };
    let (_, covered) = printed(&home, &choice);
    let text = words(&covered);
    assert!(!text.to_lowercase().contains("quimby"), "covered wherever it stands: {text}");
    assert!(text.contains("[covered]"), "and said to be: {text}");
    assert!(!text.contains("Wilhelmina"), "private notes never print");
    assert!(text.contains("Words that are covered for this reader stand in it."), "{text}");
    assert_eq!(attached(&covered), all - 1, "the original with her name in it stays at home");
}

#[test]
fn what_was_sent_is_kept_as_it_was_and_is_never_made_anew() {
    let (home, dispute) = Home::with_dispute();
    let (choice, _) = chosen(&home, &dispute, DossierReader::Ombudsman);
    let (preview, _) = printed(&home, &choice);
    let tomorrow = DossierSending { on: "2026-06-21".into(), by: Channel::Email, recipient: None };
    let refused = home.app.mark_dossier_sent(&preview, &tomorrow).expect_err("not yet");
    assert_eq!(refused.problems[0].field, "on");
    let called = DossierSending { on: TODAY.into(), by: Channel::Phone, recipient: None };
    let refused = home.app.mark_dossier_sent(&preview, &called).expect_err("no pages by telephone");
    assert_eq!(refused.problems[0].field, "by");
    let (id, bytes) = send(&home, &choice);
    let sent = board(&home, &dispute).sent;
    assert_eq!((sent.len(), &sent[0].id, sent[0].on.as_str()), (1, &id, TODAY));
    assert_eq!(sent[0].recipient.as_deref(), Some("The Ombudsman"));
    assert!(home.app.evidence().expect("listed").attachments.is_empty(), "it is no evidence");

    home.app.log_call(&call(&dispute)).expect("the record goes on");
    let home = home.reopened_at("2026-07-01T09:00:00-04:00");
    let (name, again) = home.app.sent_dossier_file(&id).expect("given back");
    assert_eq!(name, "Dossier The lamp that hums 2026-06-20.pdf", "of the day on which it went");
    assert_eq!(again, *bytes, "byte for byte");
    assert!(home.app.compose_sent_dossier(&id).expect("shown").pages > 1);
    assert!(home.app.verify().expect("looked").is_empty(), "the record names what is there");

    let done = home.app.take_back_sent_dossier(&id).expect("taken back");
    assert!(board(&home, &dispute).sent[0].taken_back, "it stays where it can be seen");
    assert_eq!(home.app.sent_dossier_file(&id).expect("still kept").1, *bytes);
    home.app.take_back_sent_dossier(&id).expect_err("only once");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert!(!board(&home, &dispute).sent[0].taken_back);
}

/// What the timeline says of going out, the newest first.
fn went_out(home: &Home, dispute: &str) -> Vec<(String, Channel, Option<String>)> {
    let page = home.app.timeline(dispute, true, None).expect("shown");
    let out = page.entries.iter().filter_map(|entry| {
        let TimelineWhat::Event { event, vendor, .. } = &entry.what else { return None };
        let vendor = vendor.as_ref().map(|vendor| vendor.name.clone());
        let is_out = event.direction == Direction::Out;
        is_out.then(|| (event.facts[0].text.clone(), event.channel, vendor))
    });
    out.collect()
}

#[test]
fn sending_is_an_event_of_the_timeline_and_goes_with_it() {
    let (home, dispute) = Home::with_dispute();
    let (choice, _) = chosen(&home, &dispute, DossierReader::Ombudsman);
    let (id, _) = send(&home, &choice);
    let said = "The case file was sent to The Ombudsman.".to_owned();
    assert_eq!(went_out(&home, &dispute), [(said, Channel::Email, None)], "that day, that way");
    let done = home.app.take_back_sent_dossier(&id).expect("taken back");
    assert_eq!(went_out(&home, &dispute), [], "it was not sent after all");
    home.app.undo(&done.action.expect("an action")).expect("undone");
    assert_eq!(went_out(&home, &dispute).len(), 1, "one action, one undo");

    let (preview, _) = printed(&home, &choice);
    let recipient = Some("copper & pine".to_owned());
    let sending = DossierSending { on: TODAY.into(), by: Channel::Letter, recipient };
    home.app.mark_dossier_sent(&preview, &sending).expect("marked");
    let vendors: Vec<_> = went_out(&home, &dispute).into_iter().filter_map(|it| it.2).collect();
    assert_eq!(vendors, ["Copper & Pine"], "a vendor of the household is known by its name");
}

#[test]
fn exhibits_keep_their_numbers_once_they_were_sent() {
    let (home, dispute) = Home::with_dispute();
    let first = attach(&home, &dispute, "first.txt", b"the first", Vec::new());
    let (choice, _) = chosen(&home, &dispute, DossierReader::Court);
    let (id, _) = send(&home, &choice);
    assert_eq!(board(&home, &dispute).sent[0].exhibits, 1);
    attach(&home, &dispute, "second.txt", b"the second", Vec::new());
    let text = |choice| words(&printed(&home, choice).1);
    assert!(
        text(&choice).contains("Exhibit 2: second.txt") || text(&choice).contains("second.txt")
    );
    home.app.remove(RecordKind::Attachment, &first).expect("into the bin");
    let after = text(&choice);
    assert!(after.contains("Exhibit 1 is left out of this edition."), "a gap is said: {after}");
    home.app.take_back_sent_dossier(&id).expect("taken back");
    let after = text(&choice);
    assert!(!after.contains("left out of this edition"), "it was not sent after all: {after}");
}
