//! Properties that hold for every record, not only for the cases somebody thought of.

use holdfast_domain::rules::claim_balance;
use holdfast_domain::{Currency, Money, MovementKind, typed};
use proptest::prelude::*;

use crate::build::{claim, currency, day};

const CODES: [&str; 6] = ["USD", "JPY", "KWD", "EUR", "CLF", "HUF"];

fn any_currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(CODES.to_vec()).prop_map(currency)
}

fn any_money() -> impl Strategy<Value = Money> {
    (-Money::LIMIT..=Money::LIMIT, any_currency())
        .prop_map(|(minor, currency)| Money::new(minor, currency).expect("within the limit"))
}

proptest! {
    #[test]
    fn a_sum_reads_as_it_is_written(money in any_money()) {
        prop_assert_eq!(Money::parse(&money.decimal(), money.currency()), Ok(money));
    }

    #[test]
    fn what_documents_print_can_be_typed_again(minor in 1..=Money::LIMIT, of in any_currency()) {
        let money = Money::new(minor, of).expect("within the limit");
        // The printed form groups with commas and separates with a point, as in English.
        let read = typed::money(&money.to_string(), None, "en-US");
        prop_assert_eq!(read, Ok(money));
    }

    #[test]
    fn adding_and_taking_away_again_changes_nothing(a in -Money::LIMIT / 2..Money::LIMIT / 2, b in -Money::LIMIT / 2..Money::LIMIT / 2) {
        let (a, b) = (Money::new(a, currency("USD")), Money::new(b, currency("USD")));
        let (a, b) = (a.expect("in range"), b.expect("in range"));
        prop_assert_eq!(a.plus(b).and_then(|sum| sum.minus(b)), Ok(a));
    }

    #[test]
    fn outstanding_less_overpaid_is_the_formula(
        claimed in 1_i64..1_000_000,
        moved in prop::collection::vec((0_usize..6, 1_i64..1_000_000), 0..20),
    ) {
        let mut of_test = claim(1, 1, "1 JPY", "2026-01-01", &[]);
        let yen = currency("JPY");
        of_test.amount = Money::new(claimed, yen).expect("small");
        let template = claim(1, 1, "1 JPY", "2026-01-01", &[("received", "1 JPY", "2026-01-01")]);
        let mut expected = claimed;
        for (kind, minor) in moved {
            let mut movement = template.movements[0].clone();
            movement.kind = MovementKind::ALL[kind];
            movement.amount = Money::new(minor, yen).expect("small");
            expected += if movement.kind == MovementKind::Reversed { minor } else { -minor };
            of_test.movements.push(movement);
        }
        let balance = claim_balance(&of_test, day("2026-01-01")).expect("small sums");
        prop_assert_eq!(balance.outstanding.minor() - balance.overpaid.minor(), expected);
        prop_assert!(balance.outstanding.minor() >= 0 && balance.overpaid.minor() >= 0);
        prop_assert!(balance.outstanding.is_zero() || balance.overpaid.is_zero());
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>(), locale in "[a-zA-Z_.@-]{0,12}") {
        let today = day("2026-06-20");
        let _ = typed::money(&text, Some(currency("USD")), &locale);
        let _ = typed::money(&text, None, &locale);
        let _ = typed::day(&text, today, &locale);
        let _ = typed::time(&text);
    }

    #[test]
    fn nothing_that_looks_like_a_sum_or_day_makes_them_panic(
        text in "[-+($€]?[0-9٣ ]{0,8}[.,'/ \u{a0}-]?[0-9]{0,40}[.,/-]?[0-9]{0,5} ?(USD|kr|mar|days ago|pm|-|\\))?",
    ) {
        for today in ["2026-06-20", "2024-02-29", "1900-01-01"] {
            let _ = typed::day(&text, day(today), "en-US");
            let _ = typed::day(&format!("in {text} days"), day(today), "de");
        }
        let _ = typed::time(&text);
        if let Ok(money) = typed::money(&text, Some(currency("USD")), "en-US") {
            prop_assert!(money.is_positive(), "only more than nothing is accepted: {}", text);
        }
    }

    #[test]
    fn every_day_reads_in_each_way_it_is_written(offset in 0_u64..90_000) {
        let date = day("1950-01-01") + chrono::Days::new(offset);
        let today = day("2026-06-20");
        for form in ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%-d %B %Y", "%b %-d, %Y", "%a %-d %b %Y"] {
            let text = date.format(form).to_string();
            prop_assert_eq!(typed::day(&text, today, "en-GB"), Ok(date), "{}", text);
        }
    }
}
