/// Records as bytes, digests and files that the program keeps for its next run.
package dev.hindsight.site.store;
