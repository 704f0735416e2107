/// Problems in reports, runbooks and the configuration, with their positions.
package dev.hindsight.site.problem;
