//! Amounts and their currencies.

use holdfast_domain::{Currency, Money, MoneyError};

use super::object::{Object, shown};
use crate::household_file::problem::Code;

impl Object<'_> {
    /// A currency, which has to be there.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.required_raw("currency").and_then(|code| self.currency_of(code))
    }

    /// An amount and its currency, which stand together or not at all.
    pub(super) fn maybe_money(&self) -> Option<Money> {
        let money = self.with_currency("amount")?;
        self.positive("amount", money)
    }

    /// What a thing cost and its currency, which stand together or not at all. A thing may have
    /// cost nothing.
    pub(super) fn maybe_price(&self) -> Option<Money> {
        let price = self.with_currency("price")?;
        if price.minor() < 0 {
            self.error("price", Code::NotAnAmount, "A price cannot be less than nothing.");
            return None;
        }
        Some(price)
    }

    fn with_currency(&self, name: &str) -> Option<Money> {
        let currency = self.raw("currency").and_then(|code| self.currency_of(code));
        let amount = self.raw(name);
        match (amount, self.get("currency")) {
            (Some(amount), Some(_)) => self.amount_of(name, amount, currency?),
            (Some(_), None) => {
                let message = format!("“{name}” is there, but “currency” is missing.");
                self.error("currency", Code::Missing, message);
                None
            }
            (None, Some(_)) => {
                let message = format!("A currency without “{name}” means nothing; it is left out.");
                self.warn("currency", Code::Lonely, message);
                None
            }
            (None, None) => None,
        }
    }

    /// An amount in a currency that is known from elsewhere, which has to be there. Without the
    /// currency, which has been complained about, nothing can be said of the amount.
    pub(super) fn amount_in(&self, currency: Option<Currency>) -> Option<Money> {
        let amount = self.required_raw("amount")?;
        let money = self.amount_of("amount", amount, currency?)?;
        self.positive("amount", money)
    }

    fn currency_of(&self, code: &str) -> Option<Currency> {
        let currency = Currency::from_code(code);
        if currency.is_err() {
            let message = format!(
                "“{}” is not a currency that banks know; currencies are written with the three \
                 letters of ISO 4217, like USD or EUR.",
                shown(code)
            );
            self.error("currency", Code::UnknownCurrency, message);
        }
        currency.ok()
    }

    fn amount_of(&self, name: &str, text: &str, currency: Currency) -> Option<Money> {
        let message = match Money::parse(text, currency) {
            Ok(money) => return Some(money),
            Err(MoneyError::TooManyDigits { currency, allowed, .. }) => format!(
                "“{}” has more digits after the point than {currency} allows, which is {allowed}.",
                shown(text)
            ),
            Err(MoneyError::OutOfRange) => {
                format!("“{}” is too large to be kept exactly.", shown(text))
            }
            Err(
                MoneyError::NotAnAmount(_)
                | MoneyError::UnknownCurrency(_)
                | MoneyError::MixedCurrencies(..),
            ) => format!("“{}” is not an amount; amounts are written like 1840.00.", shown(text)),
        };
        self.error(name, Code::NotAnAmount, message);
        None
    }

    fn positive(&self, name: &str, money: Money) -> Option<Money> {
        if !money.is_positive() {
            let message = format!("{money} is not more than nothing.");
            self.error(name, Code::NotAnAmount, message);
        }
        money.is_positive().then_some(money)
    }
}
