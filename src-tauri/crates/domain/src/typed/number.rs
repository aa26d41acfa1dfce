//! Digits and separators, and which of the separators is the decimal one.

/// What stands between two runs of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Point,
    Comma,
    /// A space or apostrophe, which only ever groups.
    Gap,
    /// The Arabic decimal separator, which never groups.
    Decimal,
}

/// A number as it was understood: digits alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// The digits before the decimal separator, perhaps none.
    pub(super) whole: String,
    /// The digits behind it, perhaps none.
    pub(super) fraction: String,
}

/// Reads digits with separators. `places` is how many decimal digits the currency has; where three
/// digits behind a single separator may be either, `decimal_comma` decides.
///
/// The rules: of points and commas the one that stands last and only once is the decimal
/// separator, if both occur; one that occurs several times groups; one that occurs once with exactly
/// three digits behind it groups too, unless the currency has three digits of its own and the
/// locale writes its fractions so. Groups have three digits each, or as in India two and then three.
pub(super) fn read(text: &str, places: u8, decimal_comma: bool) -> Option<Number> {
    let (runs, separators) = split(text)?;
    let behind = runs.last()?.len();
    let decimal = decimal_separator(&separators, || {
        let is_locales = match separators.first() {
            Some(Separator::Comma) => decimal_comma,
            Some(Separator::Point) => !decimal_comma,
            Some(Separator::Gap | Separator::Decimal) | None => false,
        };
        behind == 3 && is_group_head(&runs[0]) && !(places >= 3 && is_locales)
    })?;
    let (groups, fraction) = if decimal {
        (&runs[..runs.len() - 1], runs[runs.len() - 1].clone())
    } else {
        (&runs[..], String::new())
    };
    let grouping = &separators[..groups.len().saturating_sub(1)];
    let uniform = grouping.windows(2).all(|pair| pair[0] == pair[1]);
    (uniform && are_groups(groups)).then(|| Number { whole: groups.concat(), fraction })
}

/// Reads digits with separators where it is known which sign is the decimal one: the comma, or
/// the point. The other one, spaces and apostrophes group.
pub(super) fn read_known(text: &str, decimal_comma: bool) -> Option<Number> {
    // Most numbers of a file are plain: digits with one decimal sign.
    let sign = if decimal_comma { ',' } else { '.' };
    let (whole, fraction) = text.split_once(sign).unwrap_or((text, ""));
    let is_plain = |run: &str| run.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain(whole) && is_plain(fraction) {
        let has_digits = !(whole.is_empty() && fraction.is_empty());
        let number = Number { whole: whole.to_owned(), fraction: fraction.to_owned() };
        return has_digits.then_some(number);
    }
    let (runs, separators) = split(text)?;
    let sign = if decimal_comma { Separator::Comma } else { Separator::Point };
    let is_decimal = |it: &Separator| *it == sign || *it == Separator::Decimal;
    let (grouping, groups, fraction) = match separators.split_last() {
        Some((last, before)) if is_decimal(last) => {
            (before, &runs[..runs.len() - 1], runs[runs.len() - 1].clone())
        }
        Some(_) | None => (&separators[..], &runs[..], String::new()),
    };
    let uniform = grouping.windows(2).all(|pair| pair[0] == pair[1]);
    let groups_only = uniform && !grouping.iter().any(is_decimal);
    (groups_only && are_groups(groups)).then(|| Number { whole: groups.concat(), fraction })
}

/// The runs of digits and what stands between them. Only the first run may be empty: `.50`.
fn split(text: &str) -> Option<(Vec<String>, Vec<Separator>)> {
    let mut runs = vec![String::new()];
    let mut separators = Vec::new();
    let mut between: Option<Separator> = None;
    for character in text.chars() {
        if character.is_ascii_digit() {
            if let Some(separator) = between.take() {
                separators.push(separator);
                runs.push(String::new());
            }
            runs.last_mut()?.push(character);
            continue;
        }
        // A space beside a comma or point adds nothing: “1, 840”.
        between = match (between, separator(character)?) {
            (None | Some(Separator::Gap), next) => Some(next),
            (before, Separator::Gap) => before,
            (Some(_), _) => return None,
        };
    }
    between.is_none().then_some((runs, separators))
}

fn separator(character: char) -> Option<Separator> {
    match character {
        '.' | '．' => Some(Separator::Point),
        ',' | '，' | '،' => Some(Separator::Comma),
        '\'' | '’' | '‘' | 'ʼ' | '\u{66C}' => Some(Separator::Gap),
        '\u{66B}' => Some(Separator::Decimal),
        _ if character.is_whitespace() => Some(Separator::Gap),
        _ => None,
    }
}

/// Whether the last separator is the decimal one; `None` where the separators make no sense.
/// `single_groups` says whether one point or comma, standing alone, groups.
fn decimal_separator(separators: &[Separator], single_groups: impl Fn() -> bool) -> Option<bool> {
    let Some((last, before)) = separators.split_last() else {
        return Some(false);
    };
    match last {
        Separator::Decimal => (!before.contains(last)).then_some(true),
        Separator::Gap => before.iter().all(|other| other == last).then_some(false),
        Separator::Point | Separator::Comma if before.is_empty() => Some(!single_groups()),
        Separator::Point | Separator::Comma if before.contains(last) => {
            before.iter().all(|other| other == last).then_some(false)
        }
        Separator::Point | Separator::Comma => {
            (!before.contains(&Separator::Decimal)).then_some(true)
        }
    }
}

/// Whether more groups may follow this one.
fn is_group_head(run: &str) -> bool {
    (1..=3).contains(&run.len()) && !run.starts_with('0')
}

fn are_groups(groups: &[String]) -> bool {
    let [head, middle @ .., last] = groups else {
        // One run is no grouping.
        return true;
    };
    let western = last.len() == 3 && middle.iter().all(|group| group.len() == 3);
    let indian = last.len() == 3 && head.len() <= 2 && middle.iter().all(|group| group.len() == 2);
    is_group_head(head) && (western || indian)
}
