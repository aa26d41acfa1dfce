//! The questions and findings as they are shown.

use holdfast_domain::rules::clock;
use holdfast_domain::rules::wronged::{self, Beside, Following, PartyStanding};
use holdfast_domain::wronged::{Problem, Question, Runs, Source};
use holdfast_domain::{Contact, DisputeId, NaiveDate, VendorId, VendorKind};
use holdfast_store::Reader;

use super::kept::{self, Kept};
use super::table;
use crate::clocks::{self, Places, Within};
use crate::error::not_found;
use crate::to_wire;
use crate::wire::{
    AppError, ClockView, Named, WrongedBoard, WrongedClock, WrongedFinding, WrongedOption,
    WrongedOwed, WrongedProblem, WrongedQuestion, WrongedSource, WrongedWhom,
};

/// What the findings of one dispute are shown beside.
struct Scene<'a> {
    beside: Beside<'a>,
    places: &'a Places,
    contacts: &'a [Contact],
    /// The time limits that the record has or proposes.
    clocks: Vec<ClockView>,
    kept: &'a Kept,
    on: NaiveDate,
}

pub(super) fn board(
    reader: &Reader,
    id: DisputeId,
    kept: &Kept,
    on: NaiveDate,
) -> Result<WrongedBoard, AppError> {
    let dispute = reader.dispute(id)?.ok_or_else(not_found)?;
    let places = Places::read(reader)?;
    let beside = Beside { dispute: &dispute, vendors: places.vendors(), home: places.home };
    let clocks = clocks::on_board(reader, id, on)?;
    let contacts = reader.contacts()?;
    let scene = Scene { beside, places: &places, contacts: &contacts, clocks, kept, on };
    let chosen = kept.problem.as_deref().and_then(table::problem);
    let begun =
        |problem: &Problem| kept.of.get(&problem.key).is_some_and(|it| !it.answers.is_empty());
    let all = table::problems().iter().map(|problem| WrongedProblem {
        key: problem.key.clone(),
        title: problem.title.clone(),
        begun: begun(problem),
    });
    let mut board = WrongedBoard {
        problems: all.collect(),
        problem: chosen.map(|problem| problem.key.clone()),
        questions: Vec::new(),
        next: None,
        findings: Vec::new(),
        home: places.home.map(|home| home.name()),
    };
    if let Some(problem) = chosen {
        fill(&mut board, problem, &scene);
    }
    Ok(board)
}

fn fill(board: &mut WrongedBoard, problem: &Problem, scene: &Scene<'_>) {
    let answers = scene.kept.answers(&problem.key);
    let asked = wronged::asked(problem, &answers, &scene.beside);
    let shown = asked.into_iter().map(|question| {
        let answer = answers.get(&question.key).filter(|answer| answer.fits(question));
        WrongedQuestion { answer: answer.map(kept::written), ..question_view(question) }
    });
    board.questions = shown.collect();
    board.next = wronged::next(problem, &answers, &scene.beside).map(|it| it.key.clone());
    let found = wronged::findings(problem, &answers, &scene.beside);
    board.findings = found.iter().map(|it| finding(problem, it, scene)).collect();
}

fn question_view(of: &Question) -> WrongedQuestion {
    let options = of.options.iter();
    WrongedQuestion {
        key: of.key.clone(),
        words: of.words.clone(),
        why: of.why.clone(),
        kind: of.kind.into(),
        options: options
            .map(|it| WrongedOption { key: it.key.clone(), words: it.words.clone() })
            .collect(),
        answer: None,
    }
}

fn finding(problem: &Problem, of: &Following<'_>, scene: &Scene<'_>) -> WrongedFinding {
    let finding = of.finding;
    let standing = wronged::party_standing(&finding.whom, &scene.beside);
    let vendor = standing.vendor().and_then(|id| scene.places.named(id));
    let owed = finding.owed.as_ref().map(|owed| WrongedOwed {
        kind: owed.kind.into(),
        reason: owed.reason.clone(),
        amount: of.amount.map(to_wire::money),
        since: of.since.map(to_wire::day),
        claim: claim(problem, of, scene),
    });
    WrongedFinding {
        key: finding.key.clone(),
        words: finding.words.clone(),
        jurisdiction: finding.jurisdiction.clone(),
        owed,
        whom: WrongedWhom {
            words: finding.whom.words.clone(),
            kind: finding.whom.kinds.first().copied().unwrap_or(VendorKind::Other).into(),
            role: finding.whom.role.into(),
            vendor: vendor.clone(),
            there: matches!(standing, PartyStanding::There(_)),
        },
        issue: issue(problem, of, scene),
        clocks: of
            .clocks
            .iter()
            .filter_map(|(runs, day)| clock_view(runs, *day, standing, scene))
            .collect(),
        source: finding.source.as_ref().map(source),
    }
}

/// The claim that was made of the finding, or says the same.
fn claim(problem: &Problem, of: &Following<'_>, scene: &Scene<'_>) -> Option<String> {
    let made = scene.kept.of.get(&problem.key).and_then(|it| it.claims.get(&of.finding.key));
    let mut claims = scene.beside.dispute.claims.iter().map(|claim| claim.id.to_string());
    claims
        .find(|id| Some(id) == made)
        .or_else(|| wronged::claim_there(of, &scene.beside).map(|claim| claim.id.to_string()))
}

/// The issue that was made of the finding.
fn issue(problem: &Problem, of: &Following<'_>, scene: &Scene<'_>) -> Option<String> {
    let made = scene.kept.of.get(&problem.key).and_then(|it| it.issues.get(&of.finding.key));
    let mut issues = scene.beside.dispute.issues.iter().map(|issue| issue.id.to_string());
    issues.find(|id| Some(id) == made)
}

fn clock_view(
    runs: &Runs,
    answered: Option<NaiveDate>,
    standing: PartyStanding,
    scene: &Scene<'_>,
) -> Option<WrongedClock> {
    let rule = clocks::rule(&runs.rule)?;
    let on_board = scene.clocks.iter().find(|view| view.rule == rule.code);
    let said = on_board.filter(|view| view.id.is_some());
    let proposed = on_board.and_then(|view| view.trigger_on.parse().ok());
    let trigger_on = if said.is_some() { proposed } else { answered.or(proposed) };
    let known = on_board.and_then(|view| view.vendor.clone());
    let vendor = known.or_else(|| standing.vendor().and_then(|id| scene.places.named(id)));
    let within = Within { dispute: scene.beside.dispute, contacts: scene.contacts, on: scene.on };
    let counted =
        trigger_on.and_then(|day| scene.places.count(rule, day, standing.vendor(), within));
    let last_day = counted.map(|it| it.last_day);
    let proposal = clock::proposed_standing(rule, last_day, scene.on);
    Some(WrongedClock {
        rule: rule.code.clone(),
        name: rule.name.clone(),
        trigger: rule.trigger.clone(),
        holder: rule.holder.into(),
        trigger_on: trigger_on.map(to_wire::day),
        vendor,
        last_day: last_day.map(to_wire::day),
        said: said.map(|view| view.standing),
        closed: proposal == clock::ClockStanding::Closed,
        source: rule.source.clone(),
    })
}

fn source(of: &Source) -> WrongedSource {
    WrongedSource {
        text: of.text.clone(),
        confidence: of.confidence.as_str().to_owned(),
        checked_on: to_wire::day(of.checked_on),
    }
}

impl Places {
    fn named(&self, id: VendorId) -> Option<Named> {
        let vendor = self.vendors().iter().find(|vendor| vendor.id == id)?;
        Some(Named { id: id.to_string(), name: vendor.name.clone() })
    }
}
