//! The few headers that programs copy above an e-mail that is answered or passed on.

use super::{Mark, quote, stamp};

const FROM: [&str; 9] = ["from", "von", "de", "da", "van", "från", "fra", "od", "expéditeur"];
const SENT: [&str; 16] = [
    "sent",
    "date",
    "gesendet",
    "datum",
    "envoyé",
    "envoyé le",
    "enviado",
    "enviado el",
    "fecha",
    "inviato",
    "data",
    "verzonden",
    "skickat",
    "sendt",
    "wysłano",
    "dato",
];
const TO: [&str; 10] = ["to", "an", "à", "para", "a", "aan", "till", "til", "do", "cc"];
const SUBJECT: [&str; 8] =
    ["subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne", "emne"];

/// The mark at the beginning of these lines: whom it is from, and at least one header more.
pub(super) fn mark(lines: &[&str]) -> Option<Mark> {
    let is_of = |names: &[&str], name: &str| names.contains(&name);
    let (first, sender) = header(lines[0])?;
    is_of(&FROM, &first).then_some(())?;
    let mut mark = Mark { who: quote::mailbox(sender), lines: 1, ..Mark::default() };
    let mut known = 1;
    for line in lines.iter().skip(1).take(12) {
        let Some((name, value)) = header(line) else {
            // A list of people may go on on the next line.
            let goes_on = quote::content(line).starts_with([' ', '\t']) && !line.trim().is_empty();
            if goes_on && known > 1 {
                mark.lines += 1;
                continue;
            }
            break;
        };
        if is_of(&SENT, &name) {
            mark.stamp = stamp::find(value).map(|(stamp, _)| stamp).unwrap_or_default();
        } else if is_of(&SUBJECT, &name) {
            mark.subject = Some(value.to_owned()).filter(|it| !it.is_empty());
        } else if !is_of(&TO, &name) && name.len() > 12 {
            break;
        }
        known += usize::from([&SENT[..], &SUBJECT, &TO].iter().any(|it| is_of(it, &name)));
        mark.lines += 1;
    }
    (known > 1).then_some(mark)
}

/// The name of a header in small letters, and its value.
fn header(line: &str) -> Option<(String, &str)> {
    let line = quote::content(line).trim_start_matches('*');
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', ' ']).to_lowercase();
    (!name.is_empty() && name.chars().count() <= 20).then_some(())?;
    Some((name, value.trim_matches(['*', ' '])))
}
