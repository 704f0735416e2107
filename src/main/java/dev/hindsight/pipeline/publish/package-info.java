/// A new site takes the place of the last one in one atomic step. Start reading at
/// [dev.hindsight.pipeline.publish.Publisher].
package dev.hindsight.pipeline.publish;
