/// The build, readable in one place: [dev.hindsight.pipeline.SiteBuilder] names the stages in
/// order, and [dev.hindsight.pipeline.SiteReader] has the first half of them.
package dev.hindsight.pipeline;
