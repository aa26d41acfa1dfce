//! A letter as a file says what its plain text says.

mod docx;
mod eml;

use holdfast_domain::LetterKind;
use holdfast_domain::document::LetterForm;
use holdfast_letters::{Draft, Paragraph, ParagraphStyle, Standing};

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn paragraph(key: &str, style: ParagraphStyle, text: &str) -> Paragraph {
    Paragraph {
        key: key.to_owned(),
        style,
        composed: text.to_owned(),
        text: text.to_owned(),
        standing: Standing::Composed,
    }
}

/// A letter with everything that a letter may have.
pub(crate) fn whole(form: LetterForm) -> Draft {
    Draft {
        kind: LetterKind::Complaint,
        form,
        sender: lines(&[
            "Ida Marlow",
            "14 Quarry Lane",
            "Easton, NY 12345",
            "+1 202 555 0147",
            "ida@marlow.example",
        ]),
        recipient: lines(&[
            "Marcus Bell",
            "Customer Relations",
            "Harbour & Hearth Ltd",
            "PO Box 88",
            "Westhaven, CT 06001",
        ]),
        date: "2026-04-14".parse().expect("the day exists"),
        references: vec![
            ("Your reference".to_owned(), "CASE-88120".to_owned()),
            ("Account".to_owned(), "•••• 4417".to_owned()),
        ],
        subject: "Cracked worktop, order 2231: request for a replacement".to_owned(),
        salutation: "Dear Marcus Bell,".to_owned(),
        paragraphs: vec![
            paragraph(
                "bought",
                ParagraphStyle::Prose,
                "On 3 March 2026 I ordered a worktop in ash for USD 1,240.00, to be delivered by 20 \
                 March. It came on 2 April, with a crack of eleven inches along its front edge.",
            ),
            paragraph("what", ParagraphStyle::Prose, "What happened since:"),
            paragraph(
                "1",
                ParagraphStyle::Item,
                "2 April: I reported the crack by telephone; \
                 Aisha Rahman said that a replacement would be sent within ten days.",
            ),
            paragraph(
                "2",
                ParagraphStyle::Item,
                "9 April: you wrote “<we’ll> call \"you\" & 'yours'”.",
            ),
            paragraph("left out", ParagraphStyle::Prose, ""),
            paragraph("3", ParagraphStyle::Item, "12 April: the ten days were over."),
            paragraph(
                "ask",
                ParagraphStyle::Prose,
                "I ask you to replace the worktop.\n\nPlease reply by 28 April 2026,\nin writing.",
            ),
        ],
        closing: "Yours sincerely,".to_owned(),
        signature: "Ida Marlow".to_owned(),
        enclosures: lines(&["Copy of the order of 3 March 2026", "Photograph of 2 April 2026"]),
    }
}

/// A letter whose names are not what programs expect.
pub(crate) fn strange() -> Draft {
    let long = "Maximiliane ".repeat(17).trim().to_owned();
    Draft {
        sender: lines(&["ليلى حداد", "شارع النهر ١٢", "layla@haddad.example"]),
        recipient: lines(&["לאה בן־דוד", "\u{2068}Müller\u{2069} & 東京支店", &long]),
        references: vec![("رقم الطلب".to_owned(), "٤٤١٧-A".to_owned())],
        subject: format!("Über „{long}“ and <b>'its' & \"their\"</b>"),
        salutation: "Dear לאה בן־דוד,".to_owned(),
        paragraphs: vec![
            paragraph(
                "rtl",
                ParagraphStyle::Prose,
                "وصلت الغسالة في ٣ مارس، وهي لا تعمل منذ ذلك اليوم.",
            ),
            paragraph(
                "ltr",
                ParagraphStyle::Prose,
                "\u{2068}ليلى حداد\u{2069} called on 3 March 2026, and 👩‍👩‍👧 waited.",
            ),
        ],
        signature: "ليلى حداد".to_owned(),
        enclosures: Vec::new(),
        ..whole(LetterForm::Din5008)
    }
}

/// The letter with almost nothing in it.
pub(crate) fn bare() -> Draft {
    Draft {
        sender: Vec::new(),
        recipient: Vec::new(),
        references: Vec::new(),
        paragraphs: Vec::new(),
        enclosures: Vec::new(),
        ..whole(LetterForm::UsLetter)
    }
}
