/// The build in one place: [dev.hindsight.pipeline.SiteBuilder] runs the stages in order, and
/// [dev.hindsight.pipeline.SiteReader] runs the first half of them.
package dev.hindsight.pipeline;
