/// What reports say is compared with itself, with other reports, with the configuration and with
/// today.
package dev.hindsight.check;
