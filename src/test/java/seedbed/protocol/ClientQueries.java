package seedbed.protocol;

import java.util.List;

/** Announces in the form in which well-known clients write them. */
public final class ClientQueries {

    public static final List<String> ANNOUNCES = List.of(
            // rtorrent 0.9.8 (libtorrent of rakshasa)
            "info_hash=%5B%F3%A2%01%00n%9D%0Ez%C2%B4%1F%88%E7%03%D6%7Fq%2C%99&peer_id=%2Dlt0D80%2D%1B%07%A9%F0%C4%3E"
                    + "%92w%05%D8%BE%60&key=5d1e8a7c&compact=1&port=6890&uploaded=0&downloaded=0&left=1048576"
                    + "&event=started",
            // Transmission 3.00
            "info_hash=%5b%f3%a2%01%00n%9d%0ez%c2%b4%1f%88%e7%03%d6%7fq%2c%99&peer_id=-TR3000-q8d0x6n2hw4z&port=51413"
                    + "&uploaded=0&downloaded=0&left=1048576&numwant=80&key=4b2d9c1a&compact=1&supportcrypto=1"
                    + "&event=started",
            // libtorrent 2 (qBittorrent, Deluge)
            "info_hash=%5b%f3%a2%01%00n%9d%0ez%c2%b4%1f%88%e7%03%d6%7fq%2c%99&peer_id=-qB4650-K*r)bYw2~.0(&port=28416"
                    + "&uploaded=0&downloaded=0&left=1048576&corrupt=0&key=9A3FE01B&event=started&numwant=200"
                    + "&compact=1&no_peer_id=1&supportcrypto=1&redundant=0",
            // aria2 1.36
            "info_hash=%5B%F3%A2%01%00n%9D%0Ez%C2%B4%1F%88%E7%03%D6%7Fq%2C%99&peer_id=A2-1-36-0-%E8%11%B2%5D%90T%3F"
                    + "%7Cg%0D&uploaded=0&downloaded=0&left=1048576&compact=1&key=g%0Dx%3F%7C1%5D%A0&numwant=50"
                    + "&no_peer_id=1&port=6907&event=started&supportcrypto=1",
            // µTorrent 3
            "info_hash=%5b%f3%a2%01%00n%9d%0ez%c2%b4%1f%88%e7%03%d6%7fq%2c%99&peer_id=-UT355W-%86%b0%11%ee%07%c9%2f"
                    + "%a4%5d%00%3a%f1&port=34917&uploaded=0&downloaded=0&left=1048576&corrupt=0&key=E07B44D2"
                    + "&event=started&numwant=200&compact=1&no_peer_id=1&ipv6=fe80%3a%3a1",
            // a client that stops, one that only has metadata to fetch, and one that writes dictionaries
            "info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=-TR3000-q8d0x6n2hw4z&port=51413&uploaded=9&downloaded=8&left=0"
                    + "&numwant=0&key=4b2d9c1a&compact=1&supportcrypto=1&event=stopped",
            "info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=-DE211s-0123456789ab&port=6881&uploaded=0&downloaded=0"
                    + "&left=9223372036854775807&key=0&compact=1",
            "info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=M7-10-5--0123456789a&ip=192.0.2.7&port=6881&uploaded=0"
                    + "&downloaded=0&left=16384&compact=0");

    private ClientQueries() {}
}
