//! Letters from the first complaint to the thanks, and what stands still once it went out.

use holdfast_app::letters::answers::LetterAsk;
use holdfast_app::wire::{
    Advocacy, Channel, Direction, ErrorCode, LetterFormat, LetterKind, NewLetter,
    ParagraphStanding, RecordKind, Role, Sending, SentPart, SentStanding, TimelineWhat,
};

use crate::letter_desk::{Desk, known, new_party, ombudsman, sending};
use crate::support::{Home, TODAY, id_of};

#[test]
fn a_complaint_goes_out_as_one_action_with_all_that_follows() {
    let desk = Desk::new();
    let proposed = desk.app().propose_letter(&desk.dispute).expect("proposed");
    assert!(
        proposed.iter().any(|it| it.start.kind == LetterKind::Complaint),
        "a complaint fits a matter in which nothing was written: {proposed:?}"
    );
    let letter = desk.start(LetterKind::Complaint);
    desk.choose(&letter, |it| it.reply_by = Some("2026-07-04".into()));
    let before = desk.app().export_household().expect("given out");
    let done = desk.send(&letter, TODAY);
    let sent = desk.app().sent_letter(&id_of(&done)).expect("shown");
    assert_eq!(sent.row.on, TODAY);
    assert_eq!(sent.row.standing, SentStanding::Waiting, "an answer is awaited");
    assert_eq!(sent.row.reply_by.as_deref(), Some("2026-07-04"));
    assert_eq!(sent.row.tracking.as_deref(), Some("RR 123 456"));
    assert!(sent.text.contains("a reading lamp"), "the text is kept: {}", sent.text);

    let dispute = desk.app().dispute(&desk.dispute).expect("shown");
    let steps: Vec<_> = dispute.next_steps.iter().map(|it| it.step.on.as_str()).collect();
    assert_eq!(
        steps,
        ["2026-06-29"],
        "one step is open: receipt is confirmed after a week, on Monday"
    );
    let page = desk.app().timeline(&desk.dispute, true, None).expect("shown");
    let said = serde_json::to_string(&page).expect("written");
    let fact = "A complaint was sent to Copper & Pine, asking for an answer by 4 July 2026.";
    assert!(said.contains(fact), "the timeline says that it went out: {said}");

    let board = desk.app().letters().expect("listed");
    assert_eq!((board.drafts.len(), board.waiting.len()), (0, 1), "it is no draft any more");
    let action = done.action.expect("it is an action");
    desk.app().undo(&action).expect("undone as a whole");
    let after = desk.app().export_household().expect("given out");
    assert_eq!(after, before, "undoing it leaves the record as it was");
    let board = desk.app().letters().expect("listed");
    assert_eq!((board.drafts.len(), board.taken_back.len()), (1, 1), "a draft, and the copy");
    let kept = desk.app().sent_letter(&sent.row.id).expect("the copy is shown");
    assert_eq!((kept.row.standing, kept.text), (SentStanding::TakenBack, sent.text));
    desk.app().sent_letter_file(&sent.row.id, SentPart::Letter).expect("so is its PDF");
    desk.send(&letter, TODAY);
    assert_eq!(desk.app().verify().expect("verified"), Vec::<String>::new(), "all is sound");
}

#[test]
fn what_was_sent_stays_as_it_was_whatever_the_record_says_later() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    desk.choose(&letter, |it| it.to_contact = Some(desk.person.clone()));
    let sent = id_of(&desk.send(&letter, TODAY));
    let file = || desk.app().sent_letter_file(&sent, SentPart::Letter).expect("given out").1;
    let (before, pdf) = (desk.app().sent_letter(&sent).expect("shown"), file());
    assert!(pdf.starts_with(b"%PDF"), "it is a PDF");

    let mut person = desk.app().contact(&desk.person).expect("shown").contact;
    person.name = "Somebody Else".into();
    desk.app().save_contact(&person).expect("renamed");
    desk.say("2026-06-03", Direction::In, "The shop said that the lamp is not theirs.");
    desk.choose_goal("Another goal");
    let after = desk.app().sent_letter(&sent).expect("shown");
    assert_eq!(after.text, before.text, "not a letter of the text has changed");
    assert_eq!(after.row.addressee, before.row.addressee);
    assert_eq!(after.pdf_sha256, before.pdf_sha256);
    assert!(file() == pdf, "the PDF is the same byte for byte");
    let preview = desk.app().compose_sent_letter(&sent, SentPart::Letter).expect("to look at");
    let looked_at = desk.app().document_file(&preview.id).expect("held").1;
    assert!(*looked_at == pdf, "and so is what is looked at");
    assert!(desk.letter(&letter).draft.is_none(), "there is no draft of it any more");
}

#[test]
fn a_sent_letter_cannot_be_changed_dropped_or_sent_again() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let form = desk.letter(&letter).letter;
    desk.send(&letter, TODAY);
    let app = desk.app();
    let refused = [
        ("changed", app.save_letter(&form).err()),
        ("edited", app.save_letter_edit(&letter, "request", "a", "b", None).err()),
        ("edited back", app.drop_letter_edit(&letter, "request").err()),
        ("dropped", app.drop_letter(&letter).err()),
        ("sent again", app.mark_sent(&letter, &sending(TODAY)).err()),
    ];
    for (what, error) in refused {
        assert_eq!(error.map(|it| it.code), Some(ErrorCode::LetterSent), "it can be {what}");
    }
    let error = app.remove(RecordKind::Letter, &letter).expect_err("nor put away");
    assert_eq!(error.code, ErrorCode::StillNamed);
}

#[test]
fn a_letter_that_lacks_something_does_not_go_out_and_says_what_it_lacks() {
    let (home, dispute) = Home::with_dispute();
    let new = NewLetter {
        dispute,
        kind: LetterKind::Complaint,
        about: None,
        to_vendor: None,
        to_contact: None,
        help: None,
    };
    let letter = id_of(&home.app.start_letter(&new).expect("begun"));
    let before = home.app.export_household().expect("given out");
    let error = home.app.mark_sent(&letter, &sending(TODAY)).expect_err("it is not complete");
    assert_eq!(error.code, ErrorCode::LetterIncomplete);
    let codes: Vec<_> = error.problems.iter().map(|it| it.code.as_str()).collect();
    assert!(codes.contains(&"sender_address"), "the writer's address is missing: {codes:?}");
    let view = home.app.letter(&letter).expect("shown");
    let refusing: Vec<_> =
        view.points.iter().filter(|it| it.refuse).map(|it| it.code.as_str()).collect();
    assert_eq!(refusing, codes, "the view says the same, with its places");
    assert_eq!(home.app.export_household().expect("given out"), before, "nothing was written");
    for (on, code) in [("2026-06-21", "day_in_future"), ("", "missing"), ("soon", "not_a_day")] {
        let error = home.app.mark_sent(&letter, &sending(on)).expect_err(on);
        assert_eq!(error.problems[0].code, code, "“{on}” is no day on which it went out");
    }
    let by_phone = Sending { by: Channel::Phone, ..sending(TODAY) };
    let error = home.app.mark_sent(&letter, &by_phone).expect_err("no letter goes by phone");
    assert_eq!(error.problems[0].field, "by");
}

#[test]
fn words_of_ones_own_stay_and_are_asked_about_when_the_facts_move_on() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let draft = desk.letter(&letter).draft.expect("composed");
    let fact = "The lamp hums whenever it is switched on";
    let said = draft.paragraphs.iter().find(|it| it.text.contains(fact));
    let said = said.unwrap_or_else(|| panic!("the fact is told: {draft:?}"));
    let edit = |text: &str| {
        desk.app().save_letter_edit(&letter, &said.key, &said.composed, text, None).expect("kept")
    };
    edit("It hums, loudly.");
    let paragraph = |desk: &Desk| {
        let draft = desk.letter(&letter).draft.expect("composed");
        draft.paragraphs.into_iter().find(|it| it.key == said.key).expect("it is there")
    };
    assert_eq!(paragraph(&desk).standing, ParagraphStanding::Edited);
    assert!(desk.plain_text(&letter).contains("It hums, loudly."));

    let page = desk.app().timeline(&desk.dispute, false, None).expect("shown");
    let mut event = page
        .entries
        .into_iter()
        .find_map(|entry| {
            if let TimelineWhat::Event { event, .. } = entry.what { Some(event) } else { None }
        })
        .expect("there is an event");
    event.facts[0].text = "The lamp hums and flickers.".into();
    desk.app().save_event(&event).expect("the fact is corrected");
    let outdated = paragraph(&desk);
    assert_eq!(outdated.standing, ParagraphStanding::Outdated, "the person is asked");
    assert_eq!(outdated.text, "It hums, loudly.", "and never overwritten");
    assert_eq!(outdated.was.as_deref(), Some(said.composed.as_str()));
    assert!(outdated.composed.contains("flickers"), "with the new words beside: {outdated:?}");

    desk.app().drop_letter_edit(&letter, &said.key).expect("the record's words again");
    assert_eq!(paragraph(&desk).standing, ParagraphStanding::Composed);
    let last = desk.letter(&letter).draft.expect("composed").paragraphs.pop().expect("some");
    desk.app()
        .save_letter_edit(&letter, "mine-1", "", "P.S. The box is kept.", Some(&last.key))
        .expect("a paragraph of one's own");
    assert!(desk.plain_text(&letter).contains("P.S. The box is kept."));
    desk.app()
        .save_letter_edit(&letter, "mine-2", "", "P.P.S. So is the bill.", Some("mine-1"))
        .expect("another behind it");
    desk.app().drop_letter_edit(&letter, "mine-1").expect("the first is dropped");
    let kept = desk.letter(&letter).draft.expect("composed").paragraphs;
    let at = kept.iter().position(|it| it.key == last.key).expect("the last of the record's");
    assert_eq!(kept[at + 1].key, "mine-2", "what stood behind it takes its place");
    desk.app().drop_letter_edit(&letter, "mine-2").expect("dropped as well");
    desk.app()
        .save_letter_edit(&letter, "mine-1", "", "P.S. The box is kept.", Some(&last.key))
        .expect("written again");
    desk.app().save_letter_edit(&letter, "mine-1", "", "", Some(&last.key)).expect("emptied");
    assert!(!desk.plain_text(&letter).contains("P.S."), "and gone again");
}

#[test]
fn complaint_follow_up_escalation_and_thanks_follow_one_another() {
    let desk = Desk::new();
    let app = desk.app();
    let complaint = desk.start(LetterKind::Complaint);
    desk.choose(&complaint, |it| it.reply_by = Some("2026-06-10".into()));
    let first = id_of(&desk.send(&complaint, "2026-06-03"));
    let board = app.letters_of(&desk.dispute).expect("listed");
    assert!(board.waiting[0].overdue, "the day for an answer has passed");
    let proposed = app.propose_letter(&desk.dispute).expect("proposed");
    let follow_up = proposed.iter().find(|it| it.start.kind == LetterKind::FollowUp);
    let follow_up = follow_up.unwrap_or_else(|| panic!("a follow-up fits: {proposed:?}"));
    let sent = app.sent_letter(&first).expect("shown");
    assert_eq!(follow_up.start.about.as_ref(), Some(&sent.row.event), "it follows the letter");
    assert!(follow_up.why.values.contains_key("replyBy"), "and says why: {:?}", follow_up.why);

    let second = id_of(&app.start_letter(&follow_up.start).expect("begun"));
    assert!(desk.plain_text(&second).contains("3 June 2026"), "it names the day of the first");
    let again = app.propose_letter(&desk.dispute).expect("proposed");
    let begun = again.iter().find(|it| it.start.kind == LetterKind::FollowUp);
    assert_eq!(begun.and_then(|it| it.draft.as_deref()), Some(second.as_str()), "it is begun");
    desk.send(&second, "2026-06-12");
    let standing = |id: &str| app.sent_letter(id).expect("shown").row.standing;
    assert_eq!(standing(&first), SentStanding::FollowedUp);
    let error = app.take_back_sent(&first).expect_err("something follows it");
    assert_eq!(error.code, ErrorCode::StillNamed, "what was followed up is not taken back");

    let body = id_of(&app.save_vendor(&ombudsman()).expect("an outside body"));
    let mut party = new_party(&body);
    party.roles = vec![Role::CanCompel];
    app.save_party(&desk.dispute, &party, &known(&body)).expect("it has a part");
    let escalation = desk.start(LetterKind::Escalation);
    desk.choose(&escalation, |it| {
        it.to_vendor = body.clone();
        it.to_contact = None;
        it.reason = Some("Two letters have had no answer.".into());
        it.with_dossier = true;
    });
    let third = id_of(&desk.send(&escalation, TODAY));
    let dossier = app.sent_letter_file(&third, SentPart::Dossier).expect("it is kept").1;
    assert!(dossier.starts_with(b"%PDF"), "the dossier that was enclosed is kept as it was");
    let view = app.dispute(&desk.dispute).expect("shown");
    let rung = view.rungs.iter().find(|it| it.rung.reached_on.as_deref() == Some(TODAY));
    assert!(rung.is_some(), "the ladder was climbed: {:?}", view.rungs);

    desk.say("2026-06-20", Direction::In, "The shop agreed to take the lamp back.");
    assert_eq!(standing(&third), SentStanding::Waiting, "another's answer is not the body's");
    let help = Advocacy {
        id: None,
        contact: desk.person.clone(),
        on: "2026-06-18".into(),
        did: "arranged that the lamp is taken back".into(),
        thanked_on: None,
        may_quote: true,
    };
    let help = id_of(&app.save_advocacy(&desk.dispute, &help).expect("somebody helped"));
    let thanks = NewLetter {
        to_contact: Some(desk.person.clone()),
        help: Some(help),
        ..desk.new_letter(LetterKind::ThankYou)
    };
    let thanks = id_of(&app.start_letter(&thanks).expect("begun"));
    assert!(desk.plain_text(&thanks).contains("Dana Reyes"), "it names whom it thanks");
    let fourth = id_of(&desk.send(&thanks, TODAY));
    assert_eq!(standing(&fourth), SentStanding::NothingAsked);
    let view = app.dispute(&desk.dispute).expect("shown");
    let thanked = view.advocates[0].advocacy.thanked_on.as_deref();
    assert_eq!(thanked, Some(TODAY), "who was thanked counts as thanked");
    assert!(app.today().expect("shown").to_thank.is_empty(), "and nobody is left to thank");
    assert_eq!(app.verify().expect("verified"), Vec::<String>::new(), "all is sound");
}

#[test]
fn taking_sent_back_keeps_what_has_been_changed_since() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let sent = id_of(&desk.send(&letter, TODAY));
    let mut step = desk.app().dispute(&desk.dispute).expect("shown").next_steps[0].step.clone();
    step.done_on = Some(TODAY.into());
    desk.app().save_next_step(&desk.dispute, &step).expect("done");
    desk.app().take_back_sent(&sent).expect("taken back");
    let board = desk.app().letters_of(&desk.dispute).expect("listed");
    assert_eq!((board.drafts.len(), board.taken_back.len()), (1, 1));
    let steps = desk.app().dispute(&desk.dispute).expect("shown").next_steps;
    assert_eq!(steps.len(), 1, "the step that was done stays");
    let error = desk.app().take_back_sent(&sent).expect_err("it is taken back");
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[test]
fn a_letter_is_given_out_in_every_form_with_the_same_words() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let text = desk.plain_text(&letter);
    for (format, ending, begins) in [
        (LetterFormat::Pdf, ".pdf", &b"%PDF"[..]),
        (LetterFormat::Docx, ".docx", &b"PK"[..]),
        (LetterFormat::Txt, ".txt", text.as_bytes()),
        (LetterFormat::Eml, ".eml", &b""[..]),
    ] {
        let (name, bytes) = desk.app().letter_file(&letter, format).expect("given out");
        assert!(name.ends_with(ending) && name.contains("The lamp that hums"), "{name}");
        assert!(bytes.starts_with(begins), "{name} is what it says");
    }
    let preview = desk.app().compose_letter(&letter).expect("to look at");
    assert_eq!(preview.pages, 1, "a letter is a page");
    assert!(desk.app().document_page(&preview.id, 0, 200).is_ok());
}

#[test]
fn a_template_of_ones_own_is_used_and_reset_and_a_faulty_one_is_refused() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let app = desk.app();
    let of_kind = || {
        let all = app.letter_templates().expect("listed");
        all.into_iter().find(|it| it.kind == LetterKind::Complaint).expect("one a kind")
    };
    let mut own = of_kind();
    assert_eq!(own.id, None, "at first it is Holdfast's");
    let brought = own.text.clone();
    own.text = format!("{brought}\n== farewell\nWith a wave from Hill Road.\n");
    let id = id_of(&app.save_letter_template(&own).expect("kept"));
    assert!(desk.plain_text(&letter).contains("With a wave from Hill Road."), "it is used");
    own.text = format!("{brought}\n{{% if %}}\n");
    let error = app.save_letter_template(&own).expect_err("it cannot be read");
    assert_eq!(error.code, ErrorCode::TemplateFault);
    let line = brought.lines().count() + 2;
    assert_eq!(error.values["line"], line.to_string(), "it says where: {error:?}");
    app.reset_letter_template(&id).expect("reset");
    assert_eq!(of_kind().text, brought, "Holdfast's writes again");
    assert!(!desk.plain_text(&letter).contains("With a wave"), "also the letter that was begun");

    // A second one of one's own, and then the first one back: only one stands for its kind.
    let mut second = of_kind();
    second.text = format!("{brought}\n== farewell\nWith a nod.\n");
    app.save_letter_template(&second).expect("kept");
    app.restore(RecordKind::LetterTemplate, &id).expect("it lies in the bin");
    let read = desk.plain_text(&letter);
    assert!(read.contains("With a wave") && !read.contains("With a nod"), "the one that came back");
    let binned = app.bin().expect("listed");
    let lies = binned.iter().filter(|it| it.kind == RecordKind::LetterTemplate).count();
    assert_eq!(lies, 1, "the other lies in the bin now: {binned:?}");
}

#[test]
fn the_command_line_hears_of_letters_and_stores_nothing() {
    let desk = Desk::new();
    let app = desk.app();
    let letter = desk.start(LetterKind::Complaint);
    desk.choose(&letter, |it| it.reply_by = Some("2026-06-10".into()));
    desk.send(&letter, "2026-06-03");
    let day = |text: &str| Some(text.parse().expect("a day"));
    let due = |on: &str| -> Vec<(String, bool)> {
        let due = app.due_answer(day(on)).expect("answered").due;
        due.into_iter().filter(|it| it.kind == "letter").map(|it| (it.on, it.overdue)).collect()
    };
    assert_eq!(due("2026-06-10"), [], "on its day an answer may still come");
    assert_eq!(due("2026-06-11"), [("2026-06-10".to_owned(), true)], "then it is overdue");
    let letters = app.letters_answer(day("2026-06-11")).expect("answered");
    assert!(letters.sent[0].overdue && letters.sent[0].waiting, "{letters:?}");
    assert!(letters.proposals.iter().any(|it| it.kind == "follow_up"), "{letters:?}");
    let before = app.letters_answer(day("2026-06-02")).expect("answered");
    assert!(before.sent.is_empty(), "the day before it went out, it had not");
    desk.say("2026-06-12", Direction::In, "The shop asked for the receipt.");
    assert_eq!(due("2026-06-20"), [], "an answer came");

    let written = app.export_household().expect("given out");
    let ask = |to| LetterAsk {
        dispute: "the lamp that hums",
        kind: LetterKind::FollowUp,
        to,
        from: Some("Ida Marlow"),
        reply_by: day("2026-07-01"),
        on: None,
    };
    let (text, _) =
        app.letter_answer(&ask(Some("dana")), LetterFormat::Txt).expect("a part of a name fits");
    let text = String::from_utf8(text).expect("text");
    assert!(text.contains("Dear Dana Reyes") && text.contains("1 July 2026"), "{text}");
    let check = app.letter_check(&ask(Some("Copper & Pine"))).expect("checked");
    assert_eq!(check.complete, check.points.iter().all(|it| !it.refuse));
    let error = app.letter_check(&ask(Some("Nobody"))).expect_err("nobody is called so");
    assert_eq!((error.code, error.problems[0].field.as_str()), (ErrorCode::Refused, "to"));
    let unknown = LetterAsk { dispute: "nowhere", ..ask(None) };
    assert_eq!(app.letter_check(&unknown).expect_err("none").code, ErrorCode::NotFound);
    assert_eq!(app.export_household().expect("given out"), written, "nothing was stored");
    assert_eq!(app.letters().expect("listed").drafts.len(), 0, "no draft either");
}

#[test]
fn a_sending_does_not_come_back_once_the_letter_went_out_again() {
    let desk = Desk::new();
    let letter = desk.start(LetterKind::Complaint);
    let first = desk.send(&letter, TODAY);
    let undone = desk.app().undo(first.action.as_deref().expect("it can be undone"));
    let undone = undone.expect("“sent” is taken back");
    desk.send(&letter, TODAY);

    let again = desk.app().undo(&undone.action);
    let error = again.expect_err("a letter goes out once");
    assert_eq!(
        error.code,
        ErrorCode::Conflict,
        "the person hears that something came in between, not of an inner fault"
    );
    let board = desk.app().letters_of(&desk.dispute).expect("listed");
    assert_eq!(board.taken_back.len(), 1, "and nothing has changed");
}
