//! The household's own templates.

use holdfast_domain::{LetterKind, LetterTemplate};
use holdfast_letters::{ComposeError, builtin_template, check_template, compose};
use uuid::Uuid;

use crate::{ON, day, prepared, records, text};

#[test]
fn every_template_that_comes_with_holdfast_is_sound() {
    for kind in LetterKind::ALL {
        assert_eq!(check_template(*kind, builtin_template(*kind)), Ok(()), "{kind}");
    }
}

#[test]
fn faults_name_their_line() {
    let cases = [
        ("== subject\nHello\n\n== body\n{{ letter.reply_by }}\n", Some(5), "may be missing"),
        ("== subject\n{{ nonsense }}\n", Some(2), "no such name"),
        ("== subject\n{% if letter.reply_by %}\nHello\n", None, "the statement is not closed"),
        ("== body\nHello\n", None, "no subject line"),
        ("Hello\n== subject\nHello\n", Some(1), "text before the first section"),
        ("== subject\nA\n== subject\nB\n", Some(3), "one section twice"),
        ("== Subject line\nA\n", Some(1), "a name with a space"),
        ("== subject\n{{ to }}\n", Some(2), "a whole record"),
    ];
    for (template, line, why) in cases {
        let fault = check_template(LetterKind::Complaint, template).expect_err(why);
        if line.is_some() {
            assert_eq!(fault.line, line, "{why}: {fault}");
        }
        assert!(!fault.message.is_empty(), "{why}: the person is told what is wrong");
    }
}

#[test]
fn a_template_in_circles_is_stopped() {
    let template = "== subject\n{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}\n";
    assert!(check_template(LetterKind::Complaint, template).is_err(), "no letter needs so long");
}

#[test]
fn the_households_template_is_used_where_there_is_one() {
    let mut family = records::two_vendors();
    let template = |number, name: Option<&str>, words: &str| LetterTemplate {
        id: Uuid::from_u128(number).into(),
        kind: LetterKind::Complaint,
        name: name.map(str::to_owned),
        text: format!("== subject\n{words}\n\n== salutation\nHello {{{{ to.vendor }}}},\n"),
    };
    family.templates = vec![template(900, Some("Short"), "Short one"), template(901, None, "Ours")];
    let mut letter = prepared(&family, LetterKind::Complaint);
    let ours = text(&family, &letter);
    assert!(ours.contains("\nOurs\n") && ours.contains("Hello Tidewater Funds,"), "{ours}");
    letter.template = Some(Uuid::from_u128(900).into());
    assert!(text(&family, &letter).contains("Short one"), "the one that was chosen");

    letter.template = Some(Uuid::from_u128(902).into());
    let unknown = compose(&family.case(), &letter, day(ON));
    assert!(matches!(unknown, Err(ComposeError::UnknownTemplate(_))), "{unknown:?}");
    family.templates[1].text = "== subject\n{{ letter.next_body }}\n".to_owned();
    letter.template = None;
    let faulty = compose(&family.case(), &letter, day(ON));
    let Err(ComposeError::Template(fault)) = faulty else { panic!("a fault, not {faulty:?}") };
    assert_eq!((fault.line, fault.template), (Some(2), Some(family.templates[1].id)));
}
