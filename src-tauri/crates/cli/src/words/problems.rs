//! The words for what is the matter with one field, and for where in a file that is.

use holdfast_app::wire::FieldProblem;

/// What is the matter with a field, and what may stand there.
pub(crate) fn sentence(of: &FieldProblem) -> String {
    let value = |name: &str| of.values.get(name).map_or("", String::as_str);
    let text = value("text");
    let said = match of.code.as_str() {
        "unknown_currency" => format!(
            "“{text}” is not a currency that banks know; three letters are wanted, such as USD or EUR"
        ),
        "not_a_day" => {
            format!("“{text}” is not a day; the form is year-month-day, such as 2026-02-28")
        }
        "day_in_future" => format!("{} has not come yet", value("day")),
        "missing" | "empty" => "something has to be given here".to_owned(),
        "too_long" => "that is longer than can be kept".to_owned(),
        "too_many" => format!("at most {} are understood", value("most")),
        "several_accounts" => {
            "the file has several accounts, which one name cannot stand for; leave it out"
                .to_owned()
        }
        "currency_differs" => "the two sums are in different currencies".to_owned(),
        "amount_not_positive" => "a sum has to be more than nothing".to_owned(),
        "more_than_line" => "that is more than is left of the bank's line".to_owned(),
        "wrong_direction" => {
            "money that came in pays something; money that went out takes something back".to_owned()
        }
        code => match value("said") {
            "" => code.replace('_', " "),
            said => said.to_owned(),
        },
    };
    format!("{}: {said}", plain(&of.field))
}

/// A place in a household file as people count: `disputes[2].claims[0].amount` is “dispute 3, claim 1,
/// amount”. The window says it in the same way.
pub(crate) fn place(path: &str) -> String {
    if path.trim().is_empty() || path == "file" {
        return "the file as a whole".to_owned();
    }
    path.split('.').map(step).collect::<Vec<_>>().join(", ")
}

/// One step of the way to a place: a thing of a list by its number, or a field.
fn step(part: &str) -> String {
    let numbered = part.strip_suffix(']').and_then(|it| it.split_once('['));
    let counted = numbered.and_then(|(list, at)| Some((list, at.parse::<usize>().ok()?)));
    match counted {
        Some((list, at)) => format!("{} {}", noun(list), at.saturating_add(1)),
        None => plain(part),
    }
}

/// What one thing of a list is called.
fn noun(list: &str) -> String {
    match list {
        "advocates" => "help".to_owned(),
        "parties" => "party".to_owned(),
        "remedies" => "remedy".to_owned(),
        "address" | "known_as" => format!("{}, line", plain(list)),
        other => plain(other.strip_suffix('s').unwrap_or(other)),
    }
}

/// A name of a field as words: `arose_on` and `replyBy` as “arose on” and “reply by”.
fn plain(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        match letter {
            '_' => words.push(' '),
            capital if capital.is_ascii_uppercase() && !name.contains('[') => {
                words.push(' ');
                words.push(capital.to_ascii_lowercase());
            }
            other => words.push(other),
        }
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_said_as_people_count() {
        for (path, words) in [
            ("disputes[2].claims[0].amount", "dispute 3, claim 1, amount"),
            ("disputes[0].next_steps[10].on", "dispute 1, next step 11, on"),
            ("disputes[0].parties[0].roles[1]", "dispute 1, party 1, role 2"),
            ("vendors[1].known_as[0]", "vendor 2, known as, line 1"),
            ("household.name", "household, name"),
            ("line 2, column 7", "line 2, column 7"),
            ("vendors[0].[\"so-so\"]", "vendor 1, [\"so-so\"]"),
            ("file", "the file as a whole"),
            ("", "the file as a whole"),
        ] {
            assert_eq!(place(path), words);
        }
    }

    #[test]
    fn what_is_the_matter_with_a_field_is_no_code() {
        let problem = |field: &str, code: &str, values: &[(&str, &str)]| FieldProblem {
            field: field.to_owned(),
            code: code.to_owned(),
            values: values.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
        };
        let said = sentence(&problem("currency", "unknown_currency", &[("text", "XYZ")]));
        assert!(said.starts_with("currency: “XYZ” is not a currency") && said.contains("EUR"));
        let said = sentence(&problem("replyBy", "unknown_reference", &[("said", "no such one")]));
        assert_eq!(said, "reply by: no such one");
        let said = sentence(&problem("x", "some_new_code", &[]));
        assert_eq!(said, "x: some new code", "what is not in the table is at least words");
    }
}
