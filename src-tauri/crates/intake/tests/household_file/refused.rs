//! Files that are not taken in, with the place and the sort of each error.

use holdfast_intake::household_file::{Code, MAX_BYTES, Severity};

use crate::{KETTLE, read, with};

/// What to look for in the good file, what to put there, where the error is then, and its sort.
/// A case a line is easier to read than what the formatter makes of it.
#[rustfmt::skip]
const CASES: &[(&str, &str, &str, Code)] = &[
    // Vocabularies
    (r#""kind": "shop""#, r#""kind": "store""#, "vendors[0].kind", Code::NotInVocabulary),
    (r#""kind": "email""#, r#""kind": "pigeon""#, "vendors[0].channels[1].kind", Code::NotInVocabulary),
    (r#"["must_remedy", "caused_it"]"#, r#"["must_remedy", "boss"]"#, "disputes[0].parties[0].roles[1]", Code::NotInVocabulary),
    (r#""precision": "about""#, r#""precision": "roughly""#, "disputes[0].events[0].precision", Code::NotInVocabulary),
    (r#""kind": "reversed""#, r#""kind": "Reversed""#, "disputes[0].claims[0].movements[1].kind", Code::NotInVocabulary),
    (r#""result": "unclear""#, r#""result": """#, "disputes[0].remedies[0].checks[0].result", Code::NotInVocabulary),
    // Types
    (r#""amount": "1200""#, r#""amount": 1200"#, "disputes[0].claims[1].amount", Code::WrongType),
    (r#""answered": true"#, r#""answered": "yes""#, "disputes[0].events[0].answered", Code::WrongType),
    (r#""waited_minutes": 31"#, r#""waited_minutes": 31.5"#, "disputes[0].events[1].waited_minutes", Code::WrongType),
    (r#""waited_minutes": 31"#, r#""waited_minutes": -1"#, "disputes[0].events[1].waited_minutes", Code::WrongType),
    (r#""waited_minutes": 31"#, r#""waited_minutes": 99999999999"#, "disputes[0].events[1].waited_minutes", Code::WrongType),
    (r#""known_as": ["CPINE ONLINE"]"#, r#""known_as": "CPINE""#, "vendors[0].known_as", Code::WrongType),
    (r#""contacts": ["nur", "eve"]"#, r#""contacts": ["nur", 7]"#, "disputes[0].events[0].contacts[1]", Code::WrongType),
    (r#"{ "text": "It was boxed." }"#, r#""It was boxed.""#, "disputes[0].events[0].facts[1]", Code::WrongType),
    (r#""country": "US""#, r#""country": ["US"]"#, "vendors[0].country", Code::WrongType),
    (r#""may_quote": true"#, r#""may_quote": 1"#, "disputes[0].advocates[0].may_quote", Code::WrongType),
    // References
    (r#""lead": "ida""#, r#""lead": "nobody""#, "disputes[0].lead", Code::UnknownReference),
    (r#""lead": "ida""#, r#""lead": "shop""#, "disputes[0].lead", Code::UnknownReference),
    (r#""supervisor": "joe""#, r#""supervisor": "boss""#, "contacts[0].supervisor", Code::UnknownReference),
    (r#"["nur", "eve"]"#, r#"["nur", "adam"]"#, "disputes[0].events[0].contacts[1]", Code::UnknownReference),
    (r#""because_of": "visit""#, r#""because_of": "price""#, "disputes[0].claims[0].because_of", Code::UnknownReference),
    (r#""remedy": "back""#, r#""remedy": "gone""#, "disputes[0].claims[0].movements[0].remedy", Code::UnknownReference),
    (r#""claim": "price""#, r#""claim": "visit""#, "disputes[0].remedies[0].claim", Code::UnknownReference),
    (r#""acknowledged_by": "nur""#, r#""acknowledged_by": "ida""#, "disputes[0].events[0].facts[0].acknowledged_by", Code::UnknownReference),
    // Keys
    (r#""key": "tom""#, r#""key": "ida""#, "household.members[1].key", Code::KeyTaken),
    (r#""key": "card""#, r#""key": "shop""#, "vendors[1].key", Code::KeyTaken),
    (r#""key": "bare""#, r#""key": "kettle""#, "disputes[1].key", Code::KeyTaken),
    (r#"{ "vendor": "card", "amount": "1200""#, r#"{ "key": "price", "vendor": "card", "amount": "1200""#, "disputes[0].claims[1].key", Code::KeyTaken),
    (r#""effect": "No tea for a week""#, r#""effect": "No tea", "effect": "No coffee""#, "disputes[0].effect", Code::NamedTwice),
    // Days, instants and times
    (r#""opened_on": "2026-03-01""#, r#""opened_on": "2026-02-30""#, "disputes[1].opened_on", Code::NotADay),
    (r#""opened_on": "2026-03-01""#, r#""opened_on": "1 March 2026""#, "disputes[1].opened_on", Code::NotADay),
    (r#""opened_on": "2026-03-01""#, r#""opened_on": "+2026-3-1""#, "disputes[1].opened_on", Code::NotADay),
    (r#""bought_on": "2026-01-15""#, r#""bought_on": "2026-01-15T00:00:00Z""#, "disputes[0].subject.bought_on", Code::NotADay),
    ("2026-02-05T09:05:00+05:30", "2026-02-05T09:05:00", "disputes[0].events[1].at", Code::NotAnInstant),
    ("2026-02-05T09:05:00+05:30", "2026-02-05 09:05:00+05:30", "disputes[0].events[1].at", Code::NotAnInstant),
    ("2026-02-05T09:05:00+05:30", "2026-02-30", "disputes[0].events[1].at", Code::NotAnInstant),
    (r#""at": "09:30""#, r#""at": "24:00""#, "disputes[0].next_steps[0].at", Code::NotATime),
    (r#""at": "09:30""#, r#""at": "9:30""#, "disputes[0].next_steps[0].at", Code::NotATime),
    // Money
    (r#""amount": "59.90", "currency": "USD""#, r#""amount": "59.905", "currency": "USD""#, "disputes[0].claims[0].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "1200.0""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "0""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "-5""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "1,200""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "9007199254740993""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "1200""#, r#""amount": "99999999999999999999999""#, "disputes[0].claims[1].amount", Code::NotAnAmount),
    (r#""amount": "10""#, r#""amount": "10.001""#, "disputes[0].claims[0].movements[1].amount", Code::NotAnAmount),
    (r#""price": "59.9""#, r#""price": "-0.01""#, "disputes[0].subject.price", Code::NotAnAmount),
    (r#""currency": "JPY""#, r#""currency": "XYZ""#, "disputes[0].claims[1].currency", Code::UnknownCurrency),
    (r#""currency": "JPY""#, r#""currency": "jpy""#, "disputes[0].claims[1].currency", Code::UnknownCurrency),
    (r#""price": "59.9", "currency": "USD""#, r#""price": "59.9""#, "disputes[0].subject.currency", Code::Missing),
    (r#""amount": "29.95", "currency": "USD""#, r#""amount": "0", "currency": "USD""#, "disputes[0].offers[0].amount", Code::NotAnAmount),
    // Contradictions
    (r#""due_on": "2026-02-03", "outcome""#, r#""due_on": "2026-02-02", "outcome""#, "disputes[0].promises[0].due_on", Code::Contradiction),
    // What has to be there
    (r#""name": "Joe Park""#, r#""job": "Head""#, "contacts[1].name", Code::Missing),
    (r#""terms": "A tea towel""#, r#""open_until": "2026-02-20""#, "disputes[0].offers[1].terms", Code::Missing),
    (r#""key": "eve", "#, "", "contacts[2].key", Code::Missing),
    (r#""roles": []"#, r#""policy": "None""#, "disputes[0].parties[1].roles", Code::Missing),
    (r#""opened_on": "2026-03-01""#, r#""opened_on": null"#, "disputes[1].opened_on", Code::Missing),
    (r#""on": "2026-05-01", "what""#, r#""what""#, "disputes[0].next_steps[1].on", Code::Missing),
    // Text
    (r#""title": "A bare one""#, r#""title": "  ""#, "disputes[1].title", Code::BadText),
    (r#""title": "A bare one""#, r#""title": "A\u0000bare one""#, "disputes[1].title", Code::BadText),
    (r#""note": "Kind people""#, r#""note": "\u001b[31m""#, "disputes[0].events[0].note", Code::BadText),
    // The file itself
    (r#""format": "holdfast-household""#, r#""format": "other""#, "format", Code::NotAHouseholdFile),
    (r#""version": 1"#, r#""version": 2"#, "version", Code::UnknownVersion),
    (r#""version": 1"#, r#""version": "1""#, "version", Code::UnknownVersion),
    (r#""name": "The Marlow household","#, "", "household.name", Code::Missing),
];

#[test]
fn an_error_has_its_place_and_nothing_is_taken_in() {
    for (find, put, place, code) in CASES {
        let reading = read(with(find, put));
        let errors: Vec<_> = reading
            .errors()
            // A key that is changed leaves those who name it without a record: that follows.
            .filter(|e| !place.ends_with(".key") || e.code != Code::UnknownReference)
            .map(|e| (e.place.as_str(), e.code))
            .collect();
        assert_eq!(errors, [(*place, *code)], "{put:?} is one error, with its place");
        assert_eq!(reading.household, None, "{put:?}: nothing is taken in by halves");
    }
}

#[test]
fn sums_that_cannot_be_kept_are_refused_though_each_amount_can() {
    let most = r#""amount": "9007199254740992""#;
    let twice = with(r#""amount": "1200""#, most).replace(
        r#""arose_on": "2026-02-04" }"#,
        r#""arose_on": "2026-02-04" }, { "vendor": "card", "amount": "1", "currency": "JPY",
           "for": "One more", "arose_on": "2026-02-04" }"#,
    );
    assert!(
        read(with(r#""amount": "1200""#, most)).household.is_some(),
        "the limit itself is kept"
    );
    let reading = read(twice);
    let errors: Vec<_> = reading.errors().map(|e| (e.place.as_str(), e.code)).collect();
    assert_eq!(errors, [("disputes[0].claims[2].amount", Code::NotAnAmount)]);
}

#[test]
fn a_contradiction_is_reported_beside_other_errors() {
    let text = with(r#""due_on": "2026-02-03", "outcome""#, r#""due_on": "2026-02-02", "outcome""#)
        .replace(r#""opened_on": "2026-03-01""#, r#""opened_on": "soon""#);
    let reading = read(text);
    let places: Vec<_> = reading.errors().map(|error| error.place.as_str()).collect();
    assert_eq!(places, ["disputes[1].opened_on", "disputes[0].promises[0].due_on"]);
}

#[test]
fn a_megabyte_of_text_is_too_long() {
    let goal = format!("\"goal\": \"{}\"", "x".repeat(1 << 20));
    let reading = read(with(r#""goal": "Peace""#, &goal));
    let errors: Vec<_> = reading.errors().map(|e| (e.place.as_str(), e.code)).collect();
    assert_eq!(errors, [("disputes[1].goal", Code::BadText)]);
    let message = &reading.problems[0].message;
    assert!(message.len() < 200 && message.contains("1048576"), "it says how long: {message}");
}

#[test]
fn every_error_is_reported_at_once() {
    let text =
        with(r#""opened_on": "2026-03-01", "lead": "tom""#, r#""opened_on": "never", "lead": "x""#)
            .replace(r#""amount": "1200""#, r#""amount": "12.5""#);
    let reading = read(text);
    let places: Vec<_> = reading.errors().map(|error| error.place.as_str()).collect();
    assert_eq!(
        places,
        ["disputes[0].claims[1].amount", "disputes[1].opened_on", "disputes[1].lead"],
        "a person should not have to mend a file one error at a time"
    );
}

#[test]
fn what_is_no_json_is_told_by_line_and_column() {
    let cut = &KETTLE.as_bytes()[..KETTLE.find("\"closed_on\"").expect("it is there")];
    let lines = cut.iter().filter(|byte| **byte == b'\n').count() + 1;
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let mut not_utf8 = b"{\n  \"format\": \"".to_vec();
    not_utf8.extend([0xC3, 0x28]);
    let cases: &[(&[u8], &str, Code)] = &[
        (cut, &format!("line {lines}, column 6"), Code::CutShort),
        (b"", "file", Code::CutShort),
        (b" \n ", "file", Code::CutShort),
        (b"{\"format\": }", "line 1, column 12", Code::NotJson),
        (b"{} {}", "line 1, column 4", Code::NotJson),
        (b"{\n\"a\": \"\x01\"}", "line 2, column 7", Code::NotJson),
        (deep.as_bytes(), "line 1, column 25", Code::TooDeep),
        (&not_utf8, "line 2, column 14", Code::NotUtf8),
        (b"{\"format\": \"\xC3", "line 1, column 13", Code::CutShort),
        (b"[1, 2]", "file", Code::NotAHouseholdFile),
        (b"{}", "format", Code::NotAHouseholdFile),
    ];
    for (bytes, place, code) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(30)]).into_owned();
        let reading = read(bytes);
        let errors: Vec<_> = reading.errors().map(|e| (e.place.as_str(), e.code)).collect();
        assert_eq!(errors, [(*place, *code)], "{shown}");
        assert_eq!(reading.household, None, "{shown}");
    }
}

#[test]
fn a_huge_file_is_refused_before_it_is_parsed() {
    let reading = read(vec![b'['; MAX_BYTES + 1]);
    let codes: Vec<_> = reading.errors().map(|error| error.code).collect();
    assert_eq!(codes, [Code::TooLarge], "only its size is looked at");
}

#[test]
fn problems_without_end_are_counted_rather_than_listed() {
    let vendors = vec!["7"; 100_000].join(",");
    let reading = read(format!(
        r#"{{"format":"holdfast-household","version":1,"household":{{"name":"H","members":[]}},
           "vendors":[{vendors}],"contacts":[],"disputes":[]}}"#
    ));
    assert!(reading.problems.len() < 1_000, "a list of 100,000 helps nobody");
    let last = reading.problems.last().expect("there are problems");
    assert_eq!((last.severity, last.code), (Severity::Error, Code::TooManyProblems));
    assert!(last.message.contains("99700"), "it says how many more: {}", last.message);
}

#[test]
fn a_message_repeats_nothing_that_could_harm_a_terminal() {
    let reading = read(with(r#""kind": "shop""#, "\"kind\": \"\\u001b[2J\\u0007shop\""));
    let message = &reading.errors().next().expect("it is refused").message;
    assert!(!message.contains('\u{1b}') && !message.contains('\u{7}'), "{message:?}");
}
