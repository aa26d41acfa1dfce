//! Letters to set: in every form, short, long, and with names that are awkward.

use chrono::NaiveDate;
use holdfast_domain::document::{Block, Document, LetterForm, Letterhead, Signature, Text};

/// All forms.
pub const FORMS: [LetterForm; 3] = [LetterForm::Din5008, LetterForm::A4, LetterForm::UsLetter];

fn strings<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).to_vec()
}

/// The top of a letter, with an address that is usual where the form is.
pub fn head(form: LetterForm) -> Letterhead {
    let (sender, recipient, date) = match form {
        LetterForm::Din5008 => (
            ["Nora Lindqvist", "Lindenstraße 14", "10969 Berlin", "+49 30 5550 0142"],
            ["Blaue Meerenge Fähren GmbH", "Kundenservice", "Am Alten Hafen 3", "18055 Rostock"],
            "20 June 2026",
        ),
        LetterForm::A4 => (
            ["Nora Lindqvist", "14 Harbour Lane", "Leith, Edinburgh EH6 5QG", "0131 555 0142"],
            ["Blue Strait Ferries Ltd", "Customer Relations", "3 Old Dock Road", "Dover CT17 9AA"],
            "20 June 2026",
        ),
        LetterForm::UsLetter => (
            ["Nora Lindqvist", "1420 Elm Street, Apt 5", "Springfield, IL 62704", "(217) 555-0142"],
            ["Blue Strait Ferries Inc.", "Customer Care", "300 Dock Road", "Portland, ME 04101"],
            "June 20, 2026",
        ),
    };
    let mut sender = strings(sender);
    sender.push("nora.lindqvist@home.example".to_owned());
    Letterhead {
        form,
        sender,
        recipient: strings(recipient),
        date: date.to_owned(),
        references: vec![
            ("Your reference".to_owned(), "CASE-88120".to_owned()),
            ("Booking".to_owned(), "BSF-2026-03-99120".to_owned()),
        ],
        subject: "Cancelled crossing of 3 March 2026: refund of €1,840.00".to_owned(),
    }
}

/// The end of a letter.
pub fn end() -> Block {
    Block::Signature(Signature {
        closing: "Yours faithfully,".to_owned(),
        name: "Nora Lindqvist".to_owned(),
        enclosures: strings(["Booking confirmation of 14 January 2026", "E-mail of 9 March 2026"]),
    })
}

/// A letter with a head, so many paragraphs, a list and an end.
pub fn letter(head: Letterhead, paragraphs: usize) -> Document {
    let title = head.subject.clone();
    let form = head.form;
    let mut blocks = vec![Block::Letterhead(head), Block::Paragraph("Dear Ms Okafor,".into())];
    blocks.push(Block::Paragraph(
        "On 14 January 2026 I booked a crossing for four people and a car, for which I paid \
         €1,840.00 by card. The ship did not sail on 3 March. I was told so two hours before it was to \
         depart, and no other crossing was offered that day."
            .into(),
    ));
    blocks.push(Block::Paragraph("What has happened since then:".into()));
    blocks.push(Block::List(
        [
            "9 March: Mr Bell of your office wrote that the fare would be returned within 14 days.",
            "2 April: nothing had arrived. I called and spoke with Ms Duarte, who found the case and \
             promised to pass it on to the people who make the payments.",
            "11 May: I was told that the payment had been made, which my statement does not show.",
        ]
        .into_iter()
        .map(Text::from)
        .collect(),
    ));
    for number in 1..=paragraphs {
        blocks.push(Block::Paragraph(
            format!(
                "Point {number}. Your conditions of carriage say in § 7.2 that the fare is returned in \
                 full where a crossing is cancelled by the carrier. I ask for nothing beyond that, and \
                 I am grateful to those of your office who have taken the trouble to help so far."
            )
            .into(),
        ));
    }
    blocks.push(Block::Paragraph(
        "Please return €1,840.00 to the card that I paid with by 4 July 2026.".into(),
    ));
    blocks.push(end());
    of(form, &title, blocks)
}

/// A document of a letter's blocks.
pub fn of(form: LetterForm, title: &str, blocks: Vec<Block>) -> Document {
    Document {
        title: title.to_owned(),
        author: "Nora Lindqvist".to_owned(),
        language: "en".to_owned(),
        paper: form.paper(),
        running_head: "A letter has a head of its own".to_owned(),
        dated: NaiveDate::from_ymd_opt(2026, 6, 20).expect("a day in the calendar"),
        blocks,
        attachments: Vec::new(),
    }
}

/// A head with eight lines of address and with names of 200 letters.
pub fn long_head(form: LetterForm) -> Letterhead {
    let name =
        "Gesellschaft für grenzüberschreitende Fährverbindungen und Hafenbetriebe ".repeat(4);
    let name: String = name.chars().take(200).collect();
    let mut head = head(form);
    head.recipient = vec![
        name.clone(),
        "Abteilung für Beschwerden von Reisenden".to_owned(),
        "z. Hd. Frau Okafor".to_owned(),
        "Gebäude C, 4. Stock".to_owned(),
        "Am Alten Hafen 3".to_owned(),
        "Postfach 10 20 30".to_owned(),
        "18055 Rostock".to_owned(),
        "Germany".to_owned(),
    ];
    head.sender.insert(1, name.clone());
    head.references.push(("Customer number".to_owned(), name));
    head
}

/// A head whose names are written from the right.
pub fn head_from_the_right(form: LetterForm) -> Letterhead {
    let mut head = head(form);
    head.sender[0] = "שרה כהן".to_owned();
    head.recipient[0] = "محمد العبدالله".to_owned();
    head
}
