//! Who writes to whom: the lines of both addresses, the salutation and the closing words.

use holdfast_domain::document::LetterForm;
use holdfast_domain::text::is_blank;
use holdfast_domain::words::isolated;
use holdfast_domain::{Channel, Contact, Letter, LetterKind, Member, Vendor};

use crate::country;
use crate::record::Record;

/// Name, address, telephone number and e-mail address of the writer, a line an entry.
pub(crate) fn sender(member: &Member) -> Vec<String> {
    let reach = [&member.phone, &member.email].into_iter().flatten();
    lines([&member.name].into_iter().chain(&member.address).chain(reach))
}

/// Name or office, organisation and address of the recipient, a line an entry.
pub(crate) fn recipient(record: &Record<'_>) -> Vec<String> {
    let (letter, to) = (record.letter, record.to);
    let person = record.person.map(|person| &person.name);
    let department = record.person.and_then(|one| one.job.as_ref().or(one.department.as_ref()));
    let named = record.person.is_some() || letter.office.is_some();
    let mut place = where_to(letter, to, record.person);
    // The address may name the office to which complaints go; another office is meant here.
    if named && place.len() > 1 && names_an_office(&place[0]) {
        place.remove(0);
    }
    let country = country_line(record);
    let names = person.into_iter().chain(department).chain(&letter.office).chain([&to.name]);
    lines(names.chain(&place).chain(&country))
}

fn names_an_office(line: &str) -> bool {
    const WORDS: [&str; 8] =
        ["relations", "service", "services", "complaints", "department", "care", "desk", "office"];
    let line = line.to_lowercase();
    !line.contains(|c: char| c.is_ascii_digit())
        && line.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// The address by the channel that was chosen; empty where it is not known.
pub(crate) fn where_to(letter: &Letter, to: &Vendor, person: Option<&Contact>) -> Vec<String> {
    match letter.by {
        Channel::Letter => postal(letter, to),
        Channel::Email => email(to, person).into_iter().collect(),
        Channel::Phone
        | Channel::WebForm
        | Channel::Chat
        | Channel::Social
        | Channel::Visit
        | Channel::Statement
        | Channel::Other => value_of(to, letter.by).into_iter().collect(),
    }
}

/// The address of the office where the vendor has one of its own, else that of the vendor.
pub(crate) fn postal(letter: &Letter, to: &Vendor) -> Vec<String> {
    let office = letter.office.as_deref().unwrap_or_default().to_lowercase();
    let own = to.channels.iter().find(|channel| {
        let label = channel.label.as_deref().unwrap_or_default().to_lowercase();
        let same = !office.is_empty() && !label.is_empty() && label.contains(&office);
        let errors = letter.kind == LetterKind::BillingError && label.contains("billing");
        channel.kind == Channel::Letter && (same || errors)
    });
    match own {
        Some(channel) => {
            let parts = channel.value.split(['\n', ',']).map(str::trim);
            parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
        }
        None => to.address.clone(),
    }
}

/// The person's e-mail address, else the vendor's.
pub(crate) fn email(to: &Vendor, person: Option<&Contact>) -> Option<String> {
    let own = person.and_then(|person| person.email.clone());
    own.or_else(|| value_of(to, Channel::Email))
}

pub(crate) fn value_of(to: &Vendor, kind: Channel) -> Option<String> {
    to.channels.iter().find(|channel| channel.kind == kind).map(|channel| channel.value.clone())
}

/// The recipient's country, where the letter crosses a border.
fn country_line(record: &Record<'_>) -> Option<String> {
    let country = record.to.country.clone().filter(|_| record.letter.by == Channel::Letter)?;
    let home = record.from.address.last();
    let abroad = home.is_none_or(|home| !country::same(home, &country));
    let named = record.to.address.last().is_some_and(|last| country::same(last, &country));
    (abroad && !named && !record.to.address.is_empty()).then(|| country::printed(&country))
}

/// Lines that say something, each once.
fn lines<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for line in all.filter(|line| !is_blank(line)) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !kept.iter().any(|known| known.to_lowercase() == line.to_lowercase()) {
            kept.push(line);
        }
    }
    kept
}

/// The words with which the letter begins. A name stands whole, with no title guessed before it.
pub(crate) fn salutation(record: &Record<'_>) -> String {
    if let Some(person) = record.person {
        return format!("Dear {},", isolated(person.name.trim()));
    }
    match &record.letter.office {
        Some(office) if is_team(office) => format!("Dear {} team,", isolated(office.trim())),
        Some(_) => "Dear Sir or Madam,".to_owned(),
        None if record.to.kind.decides() => "Dear Sir or Madam,".to_owned(),
        None => format!("Dear {} team,", isolated(record.to.name.trim())),
    }
}

/// Whether people work under this name, as in “Customer Relations”; an “Office of the President”
/// is addressed otherwise.
fn is_team(office: &str) -> bool {
    let office = office.to_lowercase();
    !["office", "team", "director", "president", "chief"].iter().any(|word| office.contains(word))
}

/// The words before the signature.
pub(crate) fn closing(record: &Record<'_>, form: LetterForm) -> String {
    let thanks = matches!(record.letter.kind, LetterKind::ThankYou | LetterKind::Commendation);
    let unnamed = record.person.is_none() && salutation(record).contains("Sir or Madam");
    match form {
        LetterForm::UsLetter | LetterForm::A4 | LetterForm::Din5008 if thanks => {
            "With kind regards,".to_owned()
        }
        LetterForm::UsLetter => "Sincerely,".to_owned(),
        LetterForm::A4 | LetterForm::Din5008 if unnamed => "Yours faithfully,".to_owned(),
        LetterForm::A4 | LetterForm::Din5008 => "Yours sincerely,".to_owned(),
    }
}
