//! Separated values: how banks of many countries write them, and how that is found out.

mod given;
mod habits;
mod layouts;
mod refused;

use holdfast_intake::statement::Reading;

/// How a file was read, on one line: delimiter, lines above, order of the day, decimal sign, and
/// what the columns mean. A question mark stands behind what the file does not show itself.
fn layout(reading: &Reading) -> String {
    let found = reading.csv.as_ref().expect("it was read as separated values");
    let how = &found.how;
    let sure = if found.day_order_sure { "" } else { "?" };
    let sign = if how.decimal_comma { "comma" } else { "point" };
    let columns: Vec<&str> = how.columns.iter().map(|it| it.as_str()).collect();
    let order = how.day_order.as_str();
    format!("{:?} {} {order}{sure} {sign}: {}", how.delimiter, how.skip, columns.join(" "))
}
