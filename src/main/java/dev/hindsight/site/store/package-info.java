/// Records as bytes, digests, and files of caches.
package dev.hindsight.site.store;
