package org.nowrongdoor.search.indexer;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.nowrongdoor.search.index.SearchedIndex;
import org.nowrongdoor.search.index.StoredServiceCache;

/** Shows searches what was written. */
interface IndexPresenter {

    /** Shows all that was written so far.
     *  @param services those that it is about */
    void show(Collection<UUID> services);

    /** Shows all that is in an index that is another one as a whole. */
    void showAll();

    /** Of the index that is searched. */
    @Singleton
    final class OfSearches implements IndexPresenter {

        private final SearchedIndex index;
        private final StoredServiceCache services;

        OfSearches(SearchedIndex index, StoredServiceCache services) {
            this.index = index;
            this.services = services;
        }

        @Override
        public void show(Collection<UUID> written) {
            index.refresh();
            // Only now: whoever read a service out of the index before may have kept what it was.
            services.forget(written.stream().map(UUID::toString).toList());
        }

        @Override
        public void showAll() {
            index.refresh();
            services.forgetAll();
        }
    }

    /** Of an index that no one searches yet. */
    final class OfNone implements IndexPresenter {

        @Override
        public void show(Collection<UUID> written) {}

        @Override
        public void showAll() {}
    }
}
