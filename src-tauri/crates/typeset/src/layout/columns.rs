//! How wide the columns of a table are.

use holdfast_domain::document::Width;

use super::measure::GUTTER;

/// What a column needs, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// How its width is meant.
    pub(super) width: Width,
    /// The width that breaks none of its lines; for columns that fit.
    pub(super) natural: f32,
    /// The longest word of its head.
    pub(super) word: f32,
}

/// Columns side by side.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    /// Each column's left edge, from the left edge of the table.
    pub(super) lefts: Vec<f32>,
    pub(super) widths: Vec<f32>,
}

/// The least share of the table that fitting columns leave to those that share.
const LEFT_TO_SHARES: f32 = 0.45;
/// The largest part of the table that may be space between columns.
const MOST_SPACE: f32 = 0.3;

impl Grid {
    /// Columns that together are as wide as the table.
    pub(super) fn of(needs: &[Need], table: f32) -> Self {
        let gaps = needs.len().saturating_sub(1) as f32;
        let gutter = if gaps == 0.0 { 0.0 } else { GUTTER.min(table * MOST_SPACE / gaps) };
        let widths = widths(needs, table - gutter * gaps);
        let mut left = 0.0;
        let lefts = widths
            .iter()
            .map(|width| {
                let own = left;
                left += width + gutter;
                own
            })
            .collect();
        Self { lefts, widths }
    }
}

/// The widths of columns that share `room` between them.
fn widths(needs: &[Need], room: f32) -> Vec<f32> {
    let weight = |need: &Need| match need.width {
        Width::Fit => 0.0,
        Width::Share(share) => f32::from(share.max(1)),
    };
    let weights: Vec<f32> = needs.iter().map(weight).collect();
    let has_shares = weights.iter().any(|weight| *weight > 0.0);
    let words: f32 =
        needs.iter().zip(&weights).filter(|(_, w)| **w > 0.0).map(|(need, _)| need.word).sum();
    let kept = if has_shares { words.clamp(room * LEFT_TO_SHARES, room * 0.7) } else { 0.0 };
    let fits: Vec<f32> = needs
        .iter()
        .zip(&weights)
        .map(|(need, weight)| if *weight > 0.0 { 0.0 } else { need.natural.max(need.word) })
        .collect();
    let cap = level(&fits, room - kept);
    let mut widths: Vec<f32> = fits.iter().map(|fit| fit.min(cap)).collect();
    let rest = room - widths.iter().sum::<f32>();
    if has_shares {
        share_out(needs, &weights, rest, &mut widths);
    } else if let Some(first) = widths.first_mut() {
        // A table is as wide as the text around it; its first column names the rows.
        *first += rest;
    }
    widths
}

/// The width beyond which columns are cut down so that all of them fit into `room`.
fn level(fits: &[f32], room: f32) -> f32 {
    let mut sorted: Vec<f32> = fits.iter().copied().filter(|fit| *fit > 0.0).collect();
    sorted.sort_by(f32::total_cmp);
    let mut left = room.max(0.0);
    for (number, fit) in sorted.iter().enumerate() {
        let each = left / (sorted.len() - number) as f32;
        if *fit > each {
            return each;
        }
        left -= fit;
    }
    f32::INFINITY
}

/// Divides what is left by shares, giving each at least its head's longest word where possible.
fn share_out(needs: &[Need], weights: &[f32], rest: f32, widths: &mut [f32]) {
    let mut open: Vec<usize> = (0..needs.len()).filter(|at| weights[*at] > 0.0).collect();
    let mut left = rest;
    loop {
        let sum: f32 = open.iter().map(|at| weights[*at]).sum();
        let own = |at: usize| left * weights[at] / sum;
        let even = left / open.len() as f32;
        let tight = open.iter().position(|at| own(*at) < needs[*at].word.min(even) - 0.01);
        let Some(position) = tight else {
            for at in open {
                widths[at] = left * weights[at] / sum;
            }
            return;
        };
        let at = open.swap_remove(position);
        widths[at] = needs[at].word.min(even);
        left -= widths[at];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(width: Width, natural: f32, word: f32) -> Need {
        Need { width, natural, word }
    }

    #[test]
    fn columns_fill_the_table_and_leave_room_for_each_other() {
        let cases = [
            (
                "shares alone divide the table",
                vec![need(Width::Share(1), 0.0, 10.0), need(Width::Share(3), 0.0, 10.0)],
            ),
            (
                "a fitting column is as wide as it needs",
                vec![need(Width::Fit, 60.0, 20.0), need(Width::Share(1), 0.0, 10.0)],
            ),
            (
                "a greedy fitting column leaves room",
                vec![
                    need(Width::Fit, 4000.0, 20.0),
                    need(Width::Fit, 50.0, 20.0),
                    need(Width::Share(1), 0.0, 10.0),
                ],
            ),
            (
                "fitting columns alone are stretched",
                vec![need(Width::Fit, 30.0, 20.0), need(Width::Fit, 50.0, 20.0)],
            ),
            (
                "a share of nothing still has its head's word",
                vec![need(Width::Share(0), 0.0, 60.0), need(Width::Share(255), 0.0, 10.0)],
            ),
            ("forty columns", vec![need(Width::Fit, 90.0, 30.0); 40]),
        ];
        for (why, needs) in cases {
            let grid = Grid::of(&needs, 450.0);
            let right = grid.lefts.last().unwrap() + grid.widths.last().unwrap();
            assert!((right - 450.0).abs() < 0.1, "{why}: the table ends at {right}");
            assert!(grid.widths.iter().all(|w| *w > 3.0), "{why}: {:?}", grid.widths);
        }
    }

    #[test]
    fn a_fitting_column_keeps_its_width_and_small_ones_are_not_cut_for_a_greedy_one() {
        let grid = Grid::of(
            &[
                need(Width::Fit, 4000.0, 20.0),
                need(Width::Fit, 50.0, 20.0),
                need(Width::Share(1), 0.0, 10.0),
            ],
            450.0,
        );
        assert_eq!(grid.widths[1], 50.0, "the small column is whole");
        assert!(grid.widths[2] >= 0.4 * 450.0, "the sharing column has room: {:?}", grid.widths);
    }
}
