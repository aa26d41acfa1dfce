//! The table of questions: `data/wronged.toml`, read once.

use std::sync::LazyLock;

use holdfast_domain::AnswerKind;
use holdfast_domain::wronged::{
    AnswerOption, Condition, Finding, Owed, Problem, Question, Runs, Source, Wanted, Whom,
};
use serde::Deserialize;

use crate::clocks::word;

static PROBLEMS: LazyLock<Vec<Problem>> =
    LazyLock::new(|| read(include_str!("../../data/wronged.toml")).expect("the table is sound"));

/// Every problem, in the order of the table.
pub(super) fn problems() -> &'static [Problem] {
    &PROBLEMS
}

/// The problem of that key.
pub(super) fn problem(key: &str) -> Option<&'static Problem> {
    PROBLEMS.iter().find(|problem| problem.key == key)
}

/// The table as it is written; its head says what the columns mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    problem: Vec<WrittenProblem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenProblem {
    key: String,
    title: String,
    question: Vec<WrittenQuestion>,
    finding: Vec<WrittenFinding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuestion {
    key: String,
    words: String,
    why: String,
    kind: String,
    #[serde(default)]
    options: Vec<WrittenOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOption {
    key: String,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFinding {
    key: String,
    words: String,
    when: Vec<String>,
    #[serde(rename = "where")]
    jurisdiction: String,
    owed: Option<String>,
    reason: Option<String>,
    sum: Option<String>,
    less: Option<String>,
    since: Option<String>,
    who: String,
    #[serde(default)]
    kinds: Vec<String>,
    role: String,
    #[serde(default)]
    clocks: Vec<WrittenClock>,
    source: Option<String>,
    confidence: Option<String>,
    checked_on: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClock {
    rule: String,
    from: Option<String>,
}

fn read(text: &str) -> Result<Vec<Problem>, String> {
    let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
    written.problem.into_iter().map(problem_of).collect()
}

fn problem_of(written: WrittenProblem) -> Result<Problem, String> {
    let questions: Vec<Question> =
        written.question.into_iter().map(question_of).collect::<Result<_, _>>()?;
    let findings = written.finding.into_iter();
    let findings = findings
        .map(|finding| {
            let at = format!("{}.{}", written.key, finding.key);
            finding_of(&at, finding, &questions)
        })
        .collect::<Result<_, _>>()?;
    Ok(Problem { key: written.key, title: written.title, questions, findings })
}

fn question_of(written: WrittenQuestion) -> Result<Question, String> {
    let kind = word(&written.key, &written.kind)?;
    if (kind == AnswerKind::OneOf) == written.options.is_empty() {
        return Err(format!("{}: options belong to one_of, and only there", written.key));
    }
    let options = written.options.into_iter();
    Ok(Question {
        kind,
        options: options.map(|it| AnswerOption { key: it.key, words: it.words }).collect(),
        key: written.key,
        words: written.words,
        why: written.why,
    })
}

fn finding_of(at: &str, it: WrittenFinding, questions: &[Question]) -> Result<Finding, String> {
    let asks = |wanted: &[AnswerKind], key: Option<String>| match key {
        Some(key) if !questions.iter().any(|one| one.key == key && wanted.contains(&one.kind)) => {
            Err(format!("{at}: no such question {key}"))
        }
        key => Ok(key),
    };
    let when = it.when.iter().map(|text| condition(at, text, questions));
    let owed = match (it.owed, it.reason) {
        (Some(kind), Some(reason)) => Some(Owed {
            kind: word(at, &kind)?,
            reason,
            sum: asks(&[AnswerKind::Sum], it.sum)?,
            less: asks(&[AnswerKind::Sum], it.less)?,
            since: asks(&[AnswerKind::Day], it.since)?,
        }),
        (None, None) if it.sum.is_none() && it.less.is_none() && it.since.is_none() => None,
        (None | Some(_), None | Some(_)) => {
            return Err(format!("{at}: what is owed has a kind and a reason"));
        }
    };
    let clocks = it
        .clocks
        .into_iter()
        .map(|clock| Ok(Runs { rule: clock.rule, from: asks(&[AnswerKind::Day], clock.from)? }));
    let source = match (it.source, it.confidence, it.checked_on) {
        (Some(text), Some(confidence), Some(day)) => {
            let (confidence, checked_on) = (word(at, &confidence)?, word(at, &day)?);
            Some(Source { text, confidence, checked_on })
        }
        (None, None, None) => None,
        (None | Some(_), None | Some(_), None | Some(_)) => {
            return Err(format!("{at}: a source has its confidence and its day"));
        }
    };
    Ok(Finding {
        when: when.collect::<Result<_, _>>()?,
        owed,
        whom: Whom {
            words: it.who,
            kinds: it.kinds.iter().map(|kind| word(at, kind)).collect::<Result<_, _>>()?,
            role: word(at, &it.role)?,
        },
        clocks: clocks.collect::<Result<_, String>>()?,
        source,
        key: it.key,
        words: it.words,
        jurisdiction: it.jurisdiction,
    })
}

/// `question = answer | answer`.
fn condition(at: &str, text: &str, questions: &[Question]) -> Result<Condition, String> {
    let wrong = || format!("{at}: “{text}” is no condition");
    let (key, answers) = text.split_once('=').ok_or_else(wrong)?;
    let question = questions.iter().find(|it| it.key == key.trim()).ok_or_else(wrong)?;
    let any_of = answers.split('|').map(|answer| wanted(question, answer.trim()).ok_or_else(wrong));
    Ok(Condition { question: question.key.clone(), any_of: any_of.collect::<Result<_, _>>()? })
}

fn wanted(question: &Question, answer: &str) -> Option<Wanted> {
    match (answer, question.kind) {
        ("unsure", _) => Some(Wanted::Unsure),
        ("yes", AnswerKind::YesNo) => Some(Wanted::Yes),
        ("no", AnswerKind::YesNo) => Some(Wanted::No),
        ("given", AnswerKind::Day | AnswerKind::Sum | AnswerKind::OneOf) => Some(Wanted::Given),
        (key, AnswerKind::OneOf) => {
            let option = question.options.iter().find(|option| option.key == key)?;
            Some(Wanted::Chosen(option.key.clone()))
        }
        (_, AnswerKind::YesNo | AnswerKind::Day | AnswerKind::Sum) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use holdfast_domain::calendar::Region;
    use holdfast_domain::{Confidence, VendorKind};

    use super::*;
    use crate::clocks;

    fn each(look: impl Fn(&Problem, &Finding, &str)) {
        for problem in read(include_str!("../../data/wronged.toml")).expect("it is read") {
            for finding in &problem.findings {
                look(&problem, finding, &format!("{}.{}", problem.key, finding.key));
            }
        }
    }

    #[test]
    fn the_six_problems_have_three_to_seven_questions_that_matter() {
        let problems = read(include_str!("../../data/wronged.toml")).expect("it is read");
        let keys: Vec<_> = problems.iter().map(|problem| problem.key.as_str()).collect();
        let all = ["refund", "fee", "returned_payment", "repair", "journey", "estimate"];
        assert_eq!(keys, all, "answers that were kept refer to a problem by its key");
        for problem in &problems {
            let count = problem.questions.len();
            assert!((3..=7).contains(&count), "{} asks {count} questions", problem.key);
            for question in &problem.questions {
                let at = format!("{}.{}", problem.key, question.key);
                assert!(question.words.contains('?'), "{at} is a question");
                assert!(question.why.ends_with('.'), "{at} says why it is asked");
                let matters = problem.findings.iter().any(|it| it.mentions(&question.key));
                assert!(matters, "{at} leads to nothing");
            }
            let unique: BTreeSet<_> = problem.questions.iter().map(|it| &it.key).collect();
            assert_eq!(unique.len(), count, "{}: a key names one question", problem.key);
            let found: BTreeSet<_> = problem.findings.iter().map(|it| &it.key).collect();
            assert_eq!(found.len(), problem.findings.len(), "{}: and one finding", problem.key);
        }
    }

    #[test]
    fn a_finding_is_a_question_or_a_may_and_never_a_verdict() {
        const VERDICTS: [&str; 12] = [
            "you should",
            "you must",
            "must pay",
            "have to sue",
            "you are owed",
            "entitled",
            "you have the right",
            "illegal",
            "unlawful",
            "liable",
            "guaranteed to",
            "they owe you",
        ];
        each(|_, finding, at| {
            let words = finding.words.to_lowercase();
            let open = ["may ", "might ", "?"].iter().any(|it| words.contains(it));
            assert!(open, "{at} asks or says “may”: {words}");
            for verdict in VERDICTS {
                assert!(!words.contains(verdict), "{at} says “{verdict}”");
            }
            assert!(words.chars().count() <= 240, "{at} can be read at once");
        });
    }

    #[test]
    fn a_rule_has_a_source_that_was_read_and_a_clock_that_is_relied_on() {
        each(|_, finding, at| {
            assert!(!finding.when.is_empty(), "{at} follows from an answer");
            let place = finding.jurisdiction.as_str();
            let known = matches!(place, "EU" | "*") || Region::parse(place).is_some();
            assert!(known, "{at} holds in {place}");
            let source = finding.source.as_ref();
            assert!(place == "*" || source.is_some(), "{at}: what a country has stands somewhere");
            assert!(finding.clocks.is_empty() || source.is_some(), "{at}: a clock is a rule");
            let read = source.is_none_or(|it| it.confidence != Confidence::C);
            assert!(read, "{at}: what others say of a rule is not claimed");
            for runs in &finding.clocks {
                let rule =
                    clocks::rule(&runs.rule).unwrap_or_else(|| panic!("{at}: {}", runs.rule));
                assert!(rule.confidence.is_relied_on(), "{at}: {} is switched off", rule.code);
                assert_eq!(rule.jurisdiction, place, "{at}: {} holds elsewhere", rule.code);
                let kinds = &finding.whom.kinds;
                let meets = |kind: &VendorKind| {
                    rule.vendor_kinds.contains(kind) || *kind == VendorKind::Ombudsman
                };
                assert!(kinds.iter().all(meets), "{at}: {} is for others", rule.code);
            }
        });
    }

    #[test]
    fn what_is_written_wrongly_is_refused_with_its_place() {
        let table = |finding: &str| {
            format!(
                "[[problem]]\nkey = 'p'\ntitle = 't'\n[[problem.question]]\nkey = 'q'\nwords = '?'\n\
                 why = '.'\nkind = 'yes_no'\n[[problem.finding]]\nkey = 'f'\nwords = 'may'\n\
                 where = '*'\nwho = 'w'\nrole = 'caused_it'\n{finding}"
            )
        };
        assert!(read(&table("when = ['q = yes']")).is_ok(), "the table as it should be");
        let cases = [
            ("when = ['other = yes']", "a question that is not there"),
            ("when = ['q = maybe']", "an answer that is not there"),
            ("when = ['q = given']", "yes or no is always given"),
            ("when = ['q']", "no condition"),
            ("when = ['q = yes']\nowed = 'fee'", "a sum without a reason"),
            ("when = ['q = yes']\nsum = 'q'", "a sum of nothing"),
            ("when = ['q = yes']\nowed = 'fee'\nreason = 'r'\nsum = 'q'", "yes is no sum"),
            ("when = ['q = yes']\nsource = 's'", "a source that nobody looked at"),
            ("when = ['q = yes']\nfrom = 'q'", "a column that is not there"),
        ];
        for (finding, why) in cases {
            assert!(read(&table(finding)).is_err(), "{why}");
        }
    }
}
