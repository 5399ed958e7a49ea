package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import seedbed.protocol.InfoHash;
import seedbed.swarm.TrackerUnderTest;

/** The tracker of a mirror that lets the tests speak for clients from everywhere. */
record DeployedTracker(Deployment mirror) implements TrackerUnderTest {

    @Override
    public byte[] get(String pathAndQuery, String clientAddress) {
        try {
            HttpAnswer answer = mirror.onBehalfOf(clientAddress).get(mirror.context() + pathAndQuery);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse("none")).startsWith("text/plain");
            return answer.bytes();
        } catch (IOException broken) {
            throw new AssertionError(pathAndQuery + " got no answer", broken);
        }
    }

    @Override
    public void list(InfoHash infoHash) {
        admin("PUT", infoHash);
    }

    @Override
    public void unlist(InfoHash infoHash) {
        admin("DELETE", infoHash);
    }

    private void admin(String method, InfoHash infoHash) {
        try {
            HttpAnswer answer = mirror.admin().send(method, mirror.context() + "/admin/whitelist/" + infoHash.hex());
            assertThat(answer.status() / 100).as(answer.toString()).isEqualTo(2);
        } catch (IOException broken) {
            throw new AssertionError(method + " of a listing got no answer", broken);
        }
    }
}
