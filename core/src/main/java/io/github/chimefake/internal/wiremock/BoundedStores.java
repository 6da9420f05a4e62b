package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;

/** WireMock's default stores with a bounded request journal. */
final class BoundedStores extends DefaultStores {
    private static final int REQUESTS = 1_000;

    private final RequestJournalStore requests = new BoundedRequestJournalStore(REQUESTS);

    BoundedStores(FileSource files) {
        super(files);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return requests;
    }
}
