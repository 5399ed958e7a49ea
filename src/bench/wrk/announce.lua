-- Announces as libtorrent writes them. Arguments: a file of info-hashes in hexadecimal digits, one a line; how many peers
-- there are; the number of the first; "walk" (each in turn) or "draw" (any); "keep" or "close" for the connection;
-- milliseconds between the requests of a connection on average, 0 for none; how many threads wrk has.
--
-- Peer p is in the swarm p modulo the number of hashes, at an address and a port that are its own. Each time it is met
-- it has moved a MiB more.

local threads = {}
local STEPS = 64
local WAITING = 64
local MIB = 1048576

function setup(of)
  of:set("thread", #threads)
  threads[#threads + 1] = of
end

local function escaped(hex)
  return (hex:gsub("%x%x", function(digits)
    local character = string.char(tonumber(digits, 16))
    return character:match("[%w%-._~]") or "%" .. digits
  end))
end

local function tails(seed)
  local list = {}
  for step = 0, STEPS - 1 do
    local moved = step * MIB
    local counters = seed and string.format("&uploaded=%d&downloaded=0&left=0", moved)
      or string.format("&uploaded=%d&downloaded=%d&left=%d", moved / 2, moved, STEPS * MIB - moved)
    list[step] = counters .. "&corrupt=0&numwant=50&compact=1&no_peer_id=1&supportcrypto=1&redundant=0 HTTP/1.1\r\n"
  end
  return list
end

function init(arguments)
  heads = {}
  for hex in io.lines(arguments[1]) do
    heads[#heads + 1] = "GET /announce?info_hash=" .. escaped(hex) .. "&peer_id=-LT20B0-"
  end
  peers = tonumber(arguments[2])
  first = tonumber(arguments[3])
  walks = arguments[4] == "walk"
  pause = tonumber(arguments[6])
  stride = tonumber(arguments[7])
  -- wrk has the first thread make one request more than it sends, to see whether it can.
  asked = thread == 0 and -1 or 0
  seeds, leechers = tails(true), tails(false)
  fields = "Host: " .. wrk.host .. ":" .. wrk.port .. "\r\nUser-Agent: libtorrent/2.0.11.0\r\nAccept-Encoding: gzip\r\n"
    .. (arguments[5] == "close" and "Connection: close\r\n" or "") .. "X-Forwarded-For: "
  math.randomseed(thread + 1)
  -- wrk uses it only where it is there, and asks it before each request.
  delay = pause > 0 and function() return math.random(0, 2 * pause) end or nil
end

function request()
  local peer = first + (walks and (thread + asked * stride) % peers or math.random(0, peers - 1))
  local step = math.floor(asked * stride / peers) % STEPS
  asked = asked + 1
  -- In each swarm one in four is a seed; four in five are on the campus, which is 10.0.0.0/8.
  local place = math.floor(peer / #heads)
  local tail = (place % 4 == 0 and seeds or leechers)[step]
  local network = place % 5 == 0 and 11 or 10
  return string.format(
    "%s%012d&port=%d&key=%08X%s%s%d.%d.%d.%d\r\n\r\n",
    heads[peer % #heads + 1], peer, 1024 + peer % 64000, peer, tail, fields,
    network, math.floor(peer / 65536) % 256, math.floor(peer / 256) % 256, peer % 256)
end

function done(summary, latency)
  local errors = summary.errors
  local slowest = math.huge
  for _, each in ipairs(threads) do
    slowest = math.min(slowest, each:get("asked"))
  end
  -- Each connection may have had one announce that was not answered any more.
  local walked = math.max(0, slowest * #threads - WAITING)
  print(string.format(
    "announces=%d micros=%d bytes=%d failures=%d walked=%d p50=%d p99=%d p999=%d",
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, walked,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
