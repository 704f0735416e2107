/// The whole story, told once: [dev.hindsight.build.SiteBuilder] names the stages in order, and
/// [dev.hindsight.build.Publisher] puts what they made in the place of the last site.
package dev.hindsight.build;
